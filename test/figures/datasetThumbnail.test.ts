import { expect, test } from 'vitest';
import { datasetThumbnail, samplesThumbnail } from '../../src/figures/datasetThumbnail.ts';
import { datasets } from '../../src/learning/datasets/datasets.ts';

const starts = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)].map((match) => [
    Number(match[1]),
    Number(match[2]),
  ]);

test.each(datasets)('$name: 150 marks inside the square, circles and squares', ({ name }) => {
  const [red, blue, ...others] = datasetThumbnail(name, 48);
  expect(others).toEqual([]);
  expect(starts(red).length + starts(blue).length).toBe(150);
  expect(red).toMatch(/^(?:M[^M]*a[^M]*)+$/);
  expect(blue).toMatch(/^(?:M[^M]*h[^M]*z)+$/);
  for (const coordinate of [...starts(red), ...starts(blue)].flat()) {
    expect(coordinate).toBeGreaterThanOrEqual(0);
    expect(coordinate).toBeLessThanOrEqual(48);
  }
});

test('linear: red is at the lower left', () => {
  const [red, blue] = datasetThumbnail('linear', 100).map(starts);
  const mean = (points: number[][], axis: number) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  expect(mean(red, 0)).toBeLessThan(mean(blue, 0));
  expect(mean(red, 1)).toBeGreaterThan(mean(blue, 1));
});

test('own samples: the first 150, any number of classes, none at all', () => {
  const samples = { points: new Float32Array(800), labels: new Uint8Array(400).fill(2, 100) };
  const paths = samplesThumbnail(samples, 50);
  expect(paths.map((path) => starts(path).length)).toEqual([100, 0, 50]);
  const none = { points: new Float32Array(0), labels: new Uint8Array(0) };
  expect(samplesThumbnail(none, 50)).toEqual(['', '']);
});
