import { expect, test } from 'vitest';
import { splitTable } from '../../../src/learning/csv/splitTable.ts';

/** 100 samples of class 0, then 50 of class 1, then one of class 2; x is the row. */
const labels = Uint8Array.from({ length: 151 }, (_, i) => (i < 100 ? 0 : i < 150 ? 1 : 2));
const points = Float64Array.from({ length: 302 }, (_, i) => (i % 2 === 0 ? i / 2 : -1));
const rowsOf = (set: { points: Float64Array }) =>
  Array.from(set.points).filter((_, i) => i % 2 === 0);

test('each class gives its share, each sample is in one set, with its label and in its order', () => {
  const { training, evaluation } = splitTable({ points, labels }, 0.2, 5);
  const count = (set: Uint8Array) => [0, 1, 2].map((c) => set.filter((l) => l === c).length);
  expect([count(training.labels), count(evaluation.labels)]).toEqual([
    [80, 40, 1],
    [20, 10, 0],
  ]);
  const both = [...rowsOf(training), ...rowsOf(evaluation)];
  expect(both.sort((a, b) => a - b)).toEqual(Array.from({ length: 151 }, (_, i) => i));
  for (const set of [training, evaluation]) {
    const rows = rowsOf(set);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(Array.from(set.labels)).toEqual(rows.map((row) => labels[row]));
  }
});

test('the seed decides, and mixes', () => {
  const held = (seed: number) => rowsOf(splitTable({ points, labels }, 0.3, seed).evaluation);
  expect(held(7)).toEqual(held(7));
  expect(held(7)).not.toEqual(held(8));
  // Of 100 rows of class 0, 30 from all over: the mean of their numbers is 49.5 ± 4 · 29/√30.
  const first = held(7).slice(0, 30);
  expect(Math.abs(first.reduce((sum, row) => sum + row / 30, 0) - 49.5)).toBeLessThan(21);
});
