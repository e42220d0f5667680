import { expect, it } from 'vitest';
import { activationImage, largestSize, signShades } from '../../src/figures/activationImage.ts';

const colours = signShades('#ffffff', '#593900', '#539993');

/** Red, green and blue of each pixel. */
function painted(values: number[], scale: number): number[][] {
  const pixels = new Uint8ClampedArray(4 * values.length);
  const resolution = Math.sqrt(values.length);
  activationImage({ values: Float32Array.from(values), resolution, colours, scale, pixels });
  return Array.from({ length: values.length }, (_, i) => [...pixels.subarray(4 * i, 4 * i + 3)]);
}

it('has paper at 0, the colour of the sign elsewhere, and its first row at the top', () => {
  // Rows of a picture go up: 1 and −1 are below.
  const [topLeft, topRight, bottomLeft, bottomRight] = painted([1, -1, 0, NaN], 1);
  expect(topLeft).toEqual([255, 255, 255]);
  expect(topRight).toEqual([255, 255, 255]);
  // 85 % of the way from white: 255 − 0.85 · (255 − c).
  expect(bottomLeft).toEqual([109, 168, 163]);
  expect(bottomRight).toEqual([114, 87, 38]);
});

it('is as strong as the value is large, and no stronger than the scale', () => {
  const [, , half, full] = painted([1, 2, 0, 0], 2);
  const [, , beyond] = painted([7, 0, 0, 0], 2);
  expect(beyond).toEqual(full);
  expect(half?.[0]).toBeGreaterThan(full?.[0] ?? 0);
});

it('the largest size leaves out what is not finite', () => {
  expect(largestSize(Float32Array.of(1, -3, Infinity, NaN))).toBe(3);
  expect(largestSize(new Float32Array())).toBe(0);
});
