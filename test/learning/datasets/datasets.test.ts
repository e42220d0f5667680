import { expect, test } from 'vitest';
import { datasetNamed, datasets } from '../../../src/learning/datasets/datasets.ts';

test('a data set is found by its name, and names differ', () => {
  for (const dataset of datasets) expect(datasetNamed(dataset.name)).toBe(dataset);
  expect(new Set(datasets.map(({ name }) => name)).size).toBe(datasets.length);
});

test('an unknown name is an error that lists the known ones', () => {
  expect(() => datasetNamed('venus')).toThrow(
    'data set: expected one of linear, moon, saturn, spiral, circle, xor, gaussian, checkerboard, rings, heart, blobs, arms, target, got "venus"',
  );
});

test("the article's sets have the article's sizes, rates and epochs", () => {
  const figures = ['linear', 'moon', 'saturn'].map(datasetNamed);
  expect(figures.map(({ training, evaluation }) => [training, evaluation])).toEqual([
    [1000, 200],
    [2000, 1000],
    [500, 100],
  ]);
  expect(figures.map(({ rate, epochs }) => [rate, epochs])).toEqual([
    [0.01, 30],
    [0.005, 100],
    [0.005, 30],
  ]);
});
