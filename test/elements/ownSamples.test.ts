import { expect, it } from 'vitest';
import { ownSamples, sampleRows } from '../../src/elements/ownSamples.ts';

const rows = [
  { x: 0.5, y: -1, label: 0 },
  { x: 2, y: 3, label: 1 },
];

it('reads rows, and gives them back', () => {
  const { samples } = ownSamples(rows);
  expect(samples.training.points).toEqual(Float32Array.of(0.5, -1, 2, 3));
  expect(samples.evaluation.labels).toEqual(Uint8Array.of(0, 1));
  expect(sampleRows(samples.training)).toEqual(rows);
});

it('reads a set for each purpose', () => {
  const { samples } = ownSamples({ training: rows, evaluation: rows.slice(1) });
  expect([samples.training.labels.length, samples.evaluation.labels.length]).toEqual([2, 1]);
});

it.each([
  [7, 'list of samples {x, y, label} as training set, got 7'],
  [{ training: rows }, 'as evaluation set, got undefined'],
  [[], 'expected at least one sample to train on, got none'],
  [[...rows, { x: 1, y: '2', label: 0 }], 'training sample 2: expected numbers x and y'],
  [
    [{ x: 1, y: 2 }],
    'training sample 0: expected as label a whole number from 0 to 9, got undefined',
  ],
  [[{ x: 1, y: 2, label: 0.5 }], 'expected as label a whole number from 0 to 9, got 0.5'],
  [[null], 'training sample 0: expected numbers x and y, got null'],
])('refuses %j', (data, sentence) => {
  expect(() => ownSamples(data)).toThrow(sentence);
});
