import { expect, onTestFinished, test } from 'vitest';
import { axesFigure } from '../../src/figures/axesFigure.ts';
import { plotMargins } from '../../src/figures/plotSquare.ts';

const window = { left: -2, right: 2, bottom: -2, top: 2 };
const colours = { soft: '#777777', hair: '#dddddd' };

test('the frame is the square, so that a canvas can lie under it exactly', () => {
  const figure = axesFigure({ window, size: 448, colours });
  document.body.append(figure);
  onTestFinished(() => figure.remove());
  const frame = figure.querySelector('[aria-label="frame"]')?.getBoundingClientRect();
  const outer = figure.getBoundingClientRect();
  expect([outer.width, outer.height]).toEqual([448, 448]);
  expect(frame?.width).toBeCloseTo(400, 5);
  expect(frame?.height).toBeCloseTo(400, 5);
  // Plot moves lines by half a pixel, so that they are crisp.
  for (const side of ['left', 'top'] as const) {
    const distance = (frame?.[side] ?? 0) - outer[side];
    expect(Math.abs(distance - plotMargins()[side])).toBeLessThanOrEqual(0.5);
  }
});

test('they carry the numbers of the window, in tabular figures, outside the square', () => {
  const figure = axesFigure({ window, size: 448, colours });
  const texts = [...figure.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts).toEqual(expect.arrayContaining(['−2.0', '−1.0', '0.0', '1.0', '2.0']));
  expect(figure.style.fontVariantNumeric).toBe('tabular-nums');
});

test("without colours they take the page's tokens", () => {
  const figure = axesFigure({ window, size: 448 });
  const frame = figure.querySelector('[aria-label="frame"]');
  expect(frame?.getAttribute('stroke')).toBe('var(--hair)');
});
