import { expect, it, onTestFinished } from 'vitest';
import { swipe } from '../../../src/views/notebook/swipe.ts';

/** Moves a finger from a place on the target by so many pixels. */
function move(target: Element, across: number, along = 0): void {
  const touch = (x: number, y: number) =>
    new Touch({ identifier: 1, target, clientX: x, clientY: y });
  const [start, end] = [touch(300, 300), touch(300 + across, 300 + along)];
  const options = { bubbles: true, changedTouches: [start] };
  target.dispatchEvent(new TouchEvent('touchstart', { ...options, touches: [start] }));
  target.dispatchEvent(new TouchEvent('touchend', { ...options, changedTouches: [end] }));
}

it('turns pages by a finger that moves sideways, but not on what has a use for it', () => {
  const page = document.createElement('main');
  page.innerHTML = '<p>text</p><input type="range">';
  document.body.append(page);
  const turns: number[] = [];
  const stop = swipe((by) => turns.push(by))(page);
  onTestFinished(() => page.remove());
  const [text, range] = page.children;
  if (!text || !range) throw new Error('Expected a text and a range.');
  move(text, -100);
  move(text, 100, 20);
  move(text, -40);
  move(text, 100, 80);
  move(range, -100);
  expect(turns).toEqual([1, -1]);
  stop();
  move(text, -100);
  expect(turns).toEqual([1, -1]);
});
