import { expect, it } from 'vitest';
import {
  indexOfSample,
  withLabel,
  withoutSample,
  withSample,
} from '../../src/learning/editSamples.ts';

const samples = {
  points: Float32Array.of(0.1, 0.2, 1, 2, -3, 4),
  labels: Uint8Array.of(0, 1, 0),
};

it('adds a sample at the end, and takes it away again', () => {
  const more = withSample(samples, { x: 0.5, y: -0.5 }, 2);
  expect([...more.points.slice(6)]).toEqual([0.5, -0.5]);
  expect([...more.labels]).toEqual([0, 1, 0, 2]);
  expect(withoutSample(more, 3)).toEqual(samples);
});

it('takes away the one that was asked for', () => {
  const rest = withoutSample(samples, 1);
  expect([...rest.points]).toEqual([...Float32Array.of(0.1, 0.2, -3, 4)]);
  expect([...rest.labels]).toEqual([0, 0]);
});

it('gives one sample another class and leaves the given samples as they are', () => {
  expect([...withLabel(samples, 2, 1).labels]).toEqual([0, 1, 1]);
  expect([...samples.labels]).toEqual([0, 1, 0]);
});

it('finds a sample by its place, which is kept in single precision, and its class', () => {
  expect(indexOfSample(samples, { x: 0.1, y: 0.2 }, 0)).toBe(0);
  expect(indexOfSample(samples, { x: 0.1, y: 0.2 }, 1)).toBe(-1);
  const twice = withSample(samples, { x: 0.1, y: 0.2 }, 0);
  expect(indexOfSample(twice, { x: 0.1, y: 0.2 }, 0)).toBe(3);
});
