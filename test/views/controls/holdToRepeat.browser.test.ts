import { expect, it, onTestFinished, vi } from 'vitest';
import { holdToRepeat } from '../../../src/views/controls/holdToRepeat.ts';

function heldButton() {
  vi.useFakeTimers();
  const button = document.createElement('button');
  document.body.append(button);
  let acts = 0;
  const detach = holdToRepeat(() => (acts += 1))(button);
  onTestFinished(() => {
    vi.useRealTimers();
    detach?.();
    button.remove();
  });
  const send = (type: string) =>
    button.dispatchEvent(new PointerEvent(type, { button: 0, bubbles: true }));
  return { send, acts: () => acts };
}

it('acts once at a click, by whatever means', () => {
  const { send, acts } = heldButton();
  send('click');
  expect(acts()).toBe(1);
  for (const type of ['pointerdown', 'pointerup', 'click']) send(type);
  expect(acts()).toBe(2);
});

it.each(['pointerup', 'pointerleave', 'pointercancel', 'blur'])(
  'acts again and again while it is held, faster and faster, until %s',
  (end) => {
    const { send, acts } = heldButton();
    send('pointerdown');
    vi.advanceTimersByTime(440);
    expect(acts()).toBe(0);
    vi.advanceTimersByTime(1000);
    const inFirst = acts();
    expect(inFirst).toBeGreaterThan(5);
    vi.advanceTimersByTime(1000);
    expect(acts() - inFirst).toBeGreaterThan(1.5 * inFirst);
    send(end);
    const atEnd = acts();
    vi.advanceTimersByTime(1000);
    expect(acts()).toBe(atEnd);
  },
);

it('does not count the click at the end of a long press', () => {
  const { send, acts } = heldButton();
  send('pointerdown');
  vi.advanceTimersByTime(460);
  send('pointerup');
  const held = acts();
  send('click');
  expect(acts()).toBe(held);
});
