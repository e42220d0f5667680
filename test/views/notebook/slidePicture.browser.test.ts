import { expect, it, onTestFinished } from 'vitest';
import { slidePicture } from '../../../src/views/notebook/slidePicture.ts';

it('shows the cells of a slide as they are, whatever the elements in them are called', () => {
  const screen = document.createElement('main');
  screen.innerHTML = `
    <div class="slide">
      <div class="cell"><table><tr><td class="cell">12</td><td class="cell">3</td></tr></table></div>
      <div class="cell" hidden><p>of the next slide</p><input></div>
      <div class="cell"><nav><input></nav><input class="rate"></div>
    </div>`;
  document.body.append(screen);
  onTestFinished(() => screen.remove());
  const rate = screen.querySelector<HTMLInputElement>('.rate');
  if (!rate) throw new Error('Expected a field.');
  rate.value = '0.03';

  const copy = document.createElement('div');
  copy.innerHTML = slidePicture(screen, (index) => index !== 1);
  const cells = Array.from(copy.querySelectorAll<HTMLElement>('.slide > .cell'));
  expect(cells.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  expect(copy.querySelectorAll('td:not([hidden])')).toHaveLength(2);
  expect(copy.textContent).not.toContain('of the next slide');
  expect(copy.querySelector('.rate')?.getAttribute('value')).toBe('0.03');
});
