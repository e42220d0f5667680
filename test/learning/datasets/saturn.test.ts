import { expect, test } from 'vitest';
import { saturn } from '../../../src/learning/datasets/saturn.ts';
import { countEach } from '../countEach.ts';
import { drawMany, moments } from './moments.ts';

// 40,000 draws; bounds of 5 standard errors or more.

test('the planet has a radius uniform from 0 to 5', () => {
  const radii = radiiOf(0);
  expect(Math.max(...radii)).toBeLessThan(5);
  expect(Math.abs(moments(radii).mean - 2.5)).toBeLessThan(0.037);
  expect(Math.abs(moments(radii).deviation - 5 / Math.sqrt(12))).toBeLessThan(0.03);
});

test('the ring has a normal radius of mean 10 and standard deviation 1', () => {
  const radii = radiiOf(1);
  expect(Math.abs(moments(radii).mean - 10)).toBeLessThan(0.025);
  expect(Math.abs(moments(radii).deviation - 1)).toBeLessThan(0.018);
});

test.each([0, 1])('class %i lies equally in all directions', (label) => {
  const { points } = drawMany(saturn, label, 40_000);
  const eighths = points.map(({ x, y }) => Math.floor((Math.atan2(y, x) / Math.PI + 1) * 4) % 8);
  // 5000 each, standard deviation 66; bound: 5 of them.
  for (const count of countEach(eighths, 8)) expect(Math.abs(count - 5000)).toBeLessThan(330);
});

function radiiOf(label: number): number[] {
  return drawMany(saturn, label, 40_000).points.map(({ x, y }) => Math.hypot(x, y));
}
