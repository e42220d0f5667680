import { expect, test } from 'vitest';
import { entryAt } from '../../src/learning/entryAt.ts';
import { thinPoints } from '../../src/figures/thinPoints.ts';
import { createRandom } from '../../src/learning/random.ts';

const line = (count: number, height: (i: number) => number) => {
  const xs = Array.from({ length: count }, (_, i) => i);
  return { xs, ys: xs.map(height) };
};

test('a few points are all kept', () => {
  const { xs, ys } = line(5, (i) => i * i);
  expect(thinPoints(xs, ys, 5)).toEqual([0, 1, 2, 3, 4]);
  expect(thinPoints([], [], 5)).toEqual([]);
  expect(thinPoints([3], [1], 5)).toEqual([0]);
});

test.each([
  [6, 5],
  [7, 3],
  [401, 400],
  [799, 400],
  [10_000, 400],
])('of %i points exactly %i are kept, in order, with the first and the last', (count, limit) => {
  const random = createRandom(count);
  const { xs, ys } = line(count, () => random.normal());
  const kept = thinPoints(xs, ys, limit);
  expect(kept.length).toBe(limit);
  expect([kept[0], kept[limit - 1]]).toEqual([0, count - 1]);
  kept.slice(1).forEach((index, i) => expect(index).toBeGreaterThan(entryAt(kept, i)));
});

test('a single peak is kept', () => {
  for (const peak of [1, 500, 777, 998]) {
    const { xs, ys } = line(1000, (i) => (i === peak ? 1 : 0));
    expect(thinPoints(xs, ys, 20)).toContain(peak);
  }
});

test('a smooth curve is kept to a small part of its height', () => {
  const { xs, ys } = line(5000, (i) => Math.exp(-i / 500));
  const kept = thinPoints(xs, ys, 100);
  let worst = 0;
  const height = (i: number) => entryAt(ys, i);
  for (const [k, b] of kept.slice(1).entries()) {
    const a = entryAt(kept, k);
    const slope = (height(b) - height(a)) / (b - a);
    for (let i = a; i < b; i++) {
      worst = Math.max(worst, Math.abs(height(a) + slope * (i - a) - height(i)));
    }
  }
  expect(worst).toBeLessThan(0.005);
});
