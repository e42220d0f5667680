import { expect, test } from 'vitest';
import { moon } from '../../../src/learning/datasets/moon.ts';
import { drawMany, moments } from './moments.ts';

// With t uniform on 0..π and noise of variance 0.04: E cos t = 0, E sin t = 2/π, var cos t = 1/2,
// var sin t = 1/2 − 4/π². So x has deviation √0.54 and y √(0.54 − 4/π²). 40,000 draws, bounds
// of 5 standard errors or more.
const deviationX = Math.sqrt(0.54);
const deviationY = Math.sqrt(0.54 - 4 / Math.PI ** 2);

test.each([
  [0, 0, 2 / Math.PI],
  [1, 1, 0.5 - 2 / Math.PI],
])('class %i is a half circle with noise', (label, meanX, meanY) => {
  const { xs, ys } = drawMany(moon, label, 40_000);
  expect(Math.abs(moments(xs).mean - meanX)).toBeLessThan(0.019);
  expect(Math.abs(moments(ys).mean - meanY)).toBeLessThan(0.01);
  expect(Math.abs(moments(xs).deviation - deviationX)).toBeLessThan(0.015);
  expect(Math.abs(moments(ys).deviation - deviationY)).toBeLessThan(0.01);
});

test.each([0, 1])('class %i keeps its distance from the centre of its circle', (label) => {
  const { points } = drawMany(moon, label, 40_000);
  const radii = points.map(({ x, y }) => Math.hypot(x - label, y - label / 2));
  // Noise along the radius has deviation 0.2; across it lengthens the radius by about 0.2²/2.
  expect(Math.abs(moments(radii).mean - 1.02)).toBeLessThan(0.01);
  expect(Math.abs(moments(radii).deviation - 0.2)).toBeLessThan(0.01);
});
