import { expect, test } from 'vitest';
import { pixelScale, plotMargins, squarePlace, squareSide } from '../../src/figures/plotSquare.ts';

test("the window's corners are the square's corners", () => {
  const scale = pixelScale({ left: -1, right: 3, bottom: 2, top: 6 }, 400);
  expect([scale.x(-1), scale.x(3), scale.x(0)]).toEqual([0, 400, 100]);
  expect([scale.y(6), scale.y(2), scale.y(5)]).toEqual([0, 400, 100]);
});

test.each([13, 16, 24])('the margins at %d px leave a square of whole pixels', (fontSize) => {
  const { left, right, top, bottom } = plotMargins(fontSize);
  expect(left + right).toBe(top + bottom);
  expect(squareSide(500, fontSize)).toBe(500 - left - right);
  expect(squareSide(500, fontSize) % 1).toBe(0);
});

test('the margins grow with the text', () => {
  expect(plotMargins()).toEqual({ left: 38, right: 10, top: 10, bottom: 38 });
  expect(plotMargins(26)).toEqual({ left: 76, right: 20, top: 20, bottom: 76 });
});

test('a window lies within another one as its places do', () => {
  const outer = { left: -1, right: 3, bottom: 2, top: 6 };
  const inner = { left: 0, right: 2, bottom: 3, top: 5 };
  expect(squarePlace(inner, outer)).toEqual({ x: 0.25, y: 0.25, scale: 0.5 });
  expect(squarePlace(outer, outer)).toEqual({ x: 0, y: 0, scale: 1 });
  expect(squarePlace(outer, inner)).toEqual({ x: -0.5, y: -0.5, scale: 2 });
});
