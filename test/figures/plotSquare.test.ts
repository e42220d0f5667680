import { expect, test } from 'vitest';
import { frameMargins, pixelScale, squareSide } from '../../src/figures/plotSquare.ts';

test("the window's corners are the square's corners", () => {
  const scale = pixelScale({ left: -1, right: 3, bottom: 2, top: 6 }, 400);
  expect([scale.x(-1), scale.x(3), scale.x(0)]).toEqual([0, 400, 100]);
  expect([scale.y(6), scale.y(2), scale.y(5)]).toEqual([0, 400, 100]);
});

test('the margins leave a square', () => {
  const { left, right, top, bottom } = frameMargins;
  expect(left + right).toBe(top + bottom);
  expect(squareSide(500)).toBe(500 - left - right);
});
