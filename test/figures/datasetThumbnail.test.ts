import { expect, test } from 'vitest';
import { entryAt } from '../../src/learning/entryAt.ts';
import { datasetThumbnail, samplesThumbnail } from '../../src/figures/datasetThumbnail.ts';
import { datasetNamed, datasets } from '../../src/learning/datasets/datasets.ts';

/** Where the marks of a path begin. */
const starts = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)].map((match) => [
    Number(match[1]),
    Number(match[2]),
  ]);

test.each(datasets)('$name: a path for each class, 150 marks inside the square', ({ name }) => {
  const paths = datasetThumbnail({ name, size: 48 });
  expect(paths).toHaveLength(datasetNamed(name).classes);
  const places = paths.flatMap(starts);
  expect(places).toHaveLength(150);
  for (const coordinate of places.flat()) {
    expect(coordinate).toBeGreaterThanOrEqual(0);
    expect(coordinate).toBeLessThanOrEqual(48);
  }
});

test('class 0 is circles, class 1 is squares', () => {
  const [circles, squares] = datasetThumbnail({ name: 'linear', size: 48 });
  expect(circles).toMatch(/^(?:M[^MA]*A[^M]*)+$/);
  expect(squares).toMatch(/^(?:M[^M]*h[^M]*v[^M]*h[^M]*Z)+$/);
});

test('linear: red is at the lower left', () => {
  const [red = [], blue = []] = datasetThumbnail({ name: 'linear', size: 100 }).map(starts);
  const mean = (points: number[][], axis: number) =>
    points.reduce((sum, point) => sum + entryAt(point, axis), 0) / points.length;
  expect(mean(red, 0)).toBeLessThan(mean(blue, 0));
  expect(mean(red, 1)).toBeGreaterThan(mean(blue, 1));
});

test('samples: the first 150, any number of classes, none at all', () => {
  const samples = { points: new Float32Array(800), labels: new Uint8Array(400).fill(2, 100) };
  const paths = samplesThumbnail({ samples, classes: 4, size: 50 });
  expect(paths.map((path) => starts(path).length)).toEqual([100, 0, 50, 0]);
  const none = { points: new Float32Array(0), labels: new Uint8Array(0) };
  expect(samplesThumbnail({ samples: none, classes: 2, size: 50 })).toEqual(['', '']);
});
