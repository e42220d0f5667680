import { expect, test } from 'vitest';
import { markRadius, ringRadius } from '../../src/figures/markRadius.ts';

test('more samples have smaller marks, within limits', () => {
  const counts = [1, 10, 100, 300, 1000, 5000, 100_000];
  const radii = counts.map((count) => markRadius(count, 480));
  expect(radii).toEqual(radii.toSorted((a, b) => b - a));
  expect([radii.at(0), radii.at(-1)]).toEqual([6, 2]);
  // 40/√1000 + 1.5
  expect(markRadius(1000, 480)).toBeCloseTo(2.7649, 4);
});

test('marks grow with the plot, and can be seen in a small one', () => {
  expect(markRadius(1000, 960)).toBeCloseTo(2 * markRadius(1000, 480), 12);
  expect(markRadius(5000, 120)).toBe(1.6);
  expect(markRadius(0, 480)).toBe(6);
});

test('a ring leaves room around its mark', () => {
  for (const side of [120, 480, 960]) {
    for (const count of [10, 1000]) {
      expect(ringRadius(count, side) - markRadius(count, side)).toBeGreaterThanOrEqual(2.4);
    }
  }
});
