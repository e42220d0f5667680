import { expect, it } from 'vitest';
import { curvePath } from '../../src/figures/curvePath.ts';

const frame = { width: 200, height: 100, lowest: 0.5 };

it('goes from the bottom to the top of its frame, and along the axis to its end', () => {
  const path = curvePath({ ...frame, xs: [0, 5, 10], values: [0.5, 0.75, 1], end: 20 });
  expect(path).toBe('M0,100L50,50L100,0');
});

it('lies on the bottom where a value is lower, and is empty without values', () => {
  expect(curvePath({ ...frame, xs: [20], values: [0.1], end: 20 })).toBe('M200,100');
  expect(curvePath({ ...frame, xs: [], values: [], end: 1 })).toBe('');
});
