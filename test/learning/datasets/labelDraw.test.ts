import { expect, test } from 'vitest';
import { labelDraw } from '../../../src/learning/datasets/labelDraw.ts';
import { moon } from '../../../src/learning/datasets/moon.ts';
import { saturn } from '../../../src/learning/datasets/saturn.ts';
import { createRandom } from '../../../src/learning/random.ts';
import { countEach } from '../countEach.ts';

function draw(dataset: typeof moon, balance: number, count: number): number[] {
  const next = labelDraw(dataset, balance, createRandom(3));
  return Array.from({ length: count }, next);
}

function counts(labels: number[], classes: number): number[] {
  return Array.from(countEach(labels, classes));
}

test.each([
  [0.5, 100, [50, 50]],
  [0.75, 100, [25, 75]],
  [0.05, 100, [95, 5]],
  [0.95, 100, [5, 95]],
  [0.33, 100, [67, 33]],
])('an even recipe keeps a share of %f exactly', (balance, size, shares) => {
  expect(counts(draw(moon, balance, size), 2)).toEqual(shares);
});

test('the share is kept in each few samples, in a random order', () => {
  const labels = draw(moon, 0.75, 4000);
  for (let i = 0; i < 4000; i += 4) expect(counts(labels.slice(i, i + 4), 2)).toEqual([1, 3]);
  const placesOfRed = labels.flatMap((label, i) => (label === 0 ? [i % 4] : []));
  // 1000 in 4 places: 250 each, standard deviation 13.7; bound: 5 of them.
  for (const count of counts(placesOfRed, 4)) expect(Math.abs(count - 250)).toBeLessThan(69);
});

test('a recipe that tosses a coin tosses one that is biased', () => {
  const [, blue = 0] = counts(draw(saturn, 0.3, 10_000), 2);
  // Standard deviation 46; bound: 5 of them.
  expect(Math.abs(blue - 3000)).toBeLessThan(230);
  expect(blue).not.toBe(3000);
});

test('of three classes the further ones share equally', () => {
  expect(counts(draw({ ...moon, classes: 3 }, 0.5, 300), 3)).toEqual([100, 100, 100]);
  expect(counts(draw({ ...moon, classes: 3 }, 0.75, 700), 3)).toEqual([100, 300, 300]);
});
