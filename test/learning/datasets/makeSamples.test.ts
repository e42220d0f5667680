import { expect, test } from 'vitest';
import { writeSamples } from '../../../src/learning/csv/writeSamples.ts';
import type { Dataset } from '../../../src/learning/datasets/dataset.ts';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { makeSamples } from '../../../src/learning/datasets/makeSamples.ts';
import { readBack } from '../../support/readBack.ts';

test.each(datasets)('$name: a file gives back the very same samples', (dataset) => {
  const samples = makeSamples(dataset, 2000, 7);
  expect(readBack(writeSamples(samples))).toEqual(samples);
  expect(samples.points.some((value) => Object.is(value, -0))).toBe(false);
});

test.each(datasets)('$name: no written coordinate has more than 5 decimals', (dataset) => {
  const text = writeSamples(makeSamples(dataset, 2000, 8));
  expect(text).toMatch(/^(?:[0-3](?:,-?\d+(?:\.\d{1,5})?){2}\n){2000}$/);
});

test.each(datasets)('$name: more samples begin with the same samples', (dataset) => {
  const few = makeSamples(dataset, 101, 5);
  const many = makeSamples(dataset, 300, 5);
  expect(many.points.slice(0, 202)).toEqual(few.points);
  expect(many.labels.slice(0, 101)).toEqual(few.labels);
  expect(makeSamples(dataset, 101, 6).points).not.toEqual(few.points);
});

test('classes in even balance differ by one sample at most, at every size', () => {
  const { labels } = makeSamples(threeClasses, 3000, 9);
  const counts = [0, 0, 0];
  for (const label of labels) {
    counts[label] = (counts[label] ?? NaN) + 1;
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }
});

test('classes in even balance come in a random order', () => {
  const { labels } = makeSamples({ ...threeClasses, classes: 2 }, 10_000, 10);
  const firstIsOne = labels.filter((label, i) => i % 2 === 0 && label === 1).length;
  // 5000 fair coins: mean 2500, standard deviation 35; the bound is 5 of them.
  expect(Math.abs(firstIsOne - 2500)).toBeLessThan(177);
});

test('a fair coin leaves the classes about, but not exactly, equal', () => {
  const blue = (seed: number) =>
    makeSamples({ ...threeClasses, classes: 2, balance: 'coin' }, 10_000, seed).labels.filter(
      (label) => label === 1,
    ).length;
  const counts = [1, 2, 3].map(blue);
  // Standard deviation 50; the bound is 5 of them.
  for (const count of counts) expect(Math.abs(count - 5000)).toBeLessThan(250);
  expect(counts.some((count) => count !== 5000)).toBe(true);
});

test('no samples are no samples', () => {
  expect(makeSamples(threeClasses, 0, 1)).toEqual({
    points: new Float32Array(0),
    labels: new Uint8Array(0),
  });
});

const threeClasses: Dataset = {
  name: 'three',
  label: 'Three',
  description: 'Three points.',
  source: 'this test',
  classes: 3,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: 1,
  noise: 0,
  training: 3,
  evaluation: 3,
  hidden: [20],
  rate: 0.01,
  epochs: 1,
  draw: (_random, label) => ({ x: label, y: 0 }),
};
