import { expect, test } from 'vitest';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { makeSamples } from '../../../src/learning/datasets/makeSamples.ts';
import { moon } from '../../../src/learning/datasets/moon.ts';
import { writeSamples } from '../../../src/learning/csv/writeSamples.ts';
import type { Samples } from '../../../src/learning/samples.ts';
import { readBack } from '../../support/readBack.ts';

const size = 4000;
const plain = makeSamples(moon, size, 3);

/** Indexes of the samples whose label, and of those whose place, is another one. */
function changes(samples: Samples) {
  const indexes = [...samples.labels.keys()];
  const flipped = indexes.filter((i) => samples.labels[i] !== plain.labels[i]);
  const moved = indexes.filter((i) => samples.points[2 * i] !== plain.points[2 * i]);
  return { flipped, moved };
}

test.each([0.1, 0.4])('a share of %f of the labels is wrong, and no place', (labelNoise) => {
  const { flipped, moved } = changes(makeSamples(moon, size, 3, { labelNoise }));
  expect(moved).toEqual([]);
  const deviation = Math.sqrt(size * labelNoise * (1 - labelNoise));
  expect(Math.abs(flipped.length - size * labelNoise)).toBeLessThan(5 * deviation);
});

test.each([0.1, 0.4])('a share of %f of the samples lies anywhere, with its label', (outliers) => {
  const samples = makeSamples(moon, size, 3, { outliers });
  const { flipped, moved } = changes(samples);
  expect(flipped).toEqual([]);
  const deviation = Math.sqrt(size * outliers * (1 - outliers));
  expect(Math.abs(moved.length - size * outliers)).toBeLessThan(5 * deviation);
  for (const i of moved) {
    expect(Math.abs((samples.points[2 * i] ?? NaN) - moon.centre.x)).toBeLessThanOrEqual(2);
    expect(Math.abs((samples.points[2 * i + 1] ?? NaN) - moon.centre.y)).toBeLessThanOrEqual(2);
  }
});

test('a larger share adds to the samples of a smaller one', () => {
  const few = changes(makeSamples(moon, size, 3, { labelNoise: 0.1, outliers: 0.1 }));
  const many = changes(makeSamples(moon, size, 3, { labelNoise: 0.2, outliers: 0.2 }));
  expect(many.flipped).toEqual(expect.arrayContaining(few.flipped));
  expect(many.moved).toEqual(expect.arrayContaining(few.moved));
  // Another choice of samples: of both, no more than chance has.
  const both = few.flipped.filter((i) => few.moved.includes(i));
  expect(both.length).toBeLessThan(80);
});

test('of three classes each other one takes the place of a label', () => {
  const three = { ...moon, classes: 3 };
  const right = makeSamples(three, size, 5);
  const wrong = makeSamples(three, size, 5, { labelNoise: 0.5 });
  const pairs = new Set([...right.labels].map((label, i) => `${label}${wrong.labels[i]}`));
  expect([...pairs].sort()).toEqual(['00', '01', '02', '10', '11', '12', '20', '21', '22']);
});

test.each(datasets)(
  '$name: a file holds outliers, too, and a longer set begins alike',
  (dataset) => {
    const variation = { noise: 0.3, balance: 0.3, labelNoise: 0.2, outliers: 0.2 };
    const samples = makeSamples(dataset, 300, 7, variation);
    expect(readBack(writeSamples(samples))).toEqual(samples);
    const more = makeSamples(dataset, 900, 7, variation);
    expect(more.points.slice(0, 600)).toEqual(samples.points);
    expect(more.labels.slice(0, 300)).toEqual(samples.labels);
  },
);
