import { expect, test } from 'vitest';
import { circle } from '../../../src/learning/datasets/circle.ts';
import { spiral } from '../../../src/learning/datasets/spiral.ts';
import { xor } from '../../../src/learning/datasets/xor.ts';
import { drawMany, moments } from './moments.ts';

test('spiral: one arm is the other, turned by half a turn', () => {
  const red = drawMany(spiral, 0, 20_000);
  const blue = drawMany(spiral, 1, 20_000);
  // The mean has a standard error of about 0.007 in either direction; bound: 7 of them, for two.
  expect(Math.abs(moments(red.xs).mean + moments(blue.xs).mean)).toBeLessThan(0.05);
  expect(Math.abs(moments(red.ys).mean + moments(blue.ys).mean)).toBeLessThan(0.05);
});

test('xor: red has equal signs and blue opposite ones, but for the noise near the axes', () => {
  for (const label of [0, 1]) {
    const { points } = drawMany(xor, label, 20_000);
    const clear = points.filter(({ x, y }) => Math.min(Math.abs(x), Math.abs(y)) > 0.5);
    expect(clear.length).toBeGreaterThan(10_000);
    expect(clear.every(({ x, y }) => x * y > 0 === (label === 0))).toBe(true);
  }
});

test('circle: both classes are equally dense over their area', () => {
  const { points } = drawMany(circle, 0, 20_000);
  const inside = points.filter(({ x, y }) => Math.hypot(x, y) < 0.6).length;
  // A share of 0.6² = 0.36, standard deviation 68 samples; noise moves it little so far inside.
  expect(Math.abs(inside - 7200)).toBeLessThan(340);
  const radii = drawMany(circle, 1, 20_000).points.map(({ x, y }) => Math.hypot(x, y));
  expect(moments(radii.map((radius) => radius ** 2)).mean).toBeCloseTo(
    (1.3 ** 2 + 4) / 2 + 0.02,
    1,
  );
});
