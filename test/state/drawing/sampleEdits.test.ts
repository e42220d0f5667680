import { expect, it } from 'vitest';
import {
  added,
  indexOfSample,
  moved,
  relabelled,
  sampleAt,
  without,
} from '../../../src/state/drawing/sampleEdits.ts';

const samples = {
  points: Float32Array.of(0, 1, 2, 3, 4, 5),
  labels: Uint8Array.of(0, 1, 0),
};

it('adds after those that there are', () => {
  expect(added(samples, [{ x: 6, y: 7, label: 2 }])).toEqual({
    points: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7),
    labels: Uint8Array.of(0, 1, 0, 2),
  });
});

it('leaves out, in the order of the others, and takes back what was added', () => {
  expect(without(samples, new Set([1]))).toEqual({
    points: Float32Array.of(0, 1, 4, 5),
    labels: Uint8Array.of(0, 0),
  });
  expect(without(added(samples, [{ x: 9, y: 9, label: 1 }]), new Set([3]))).toEqual(samples);
});

it('gives other classes and places to some, and leaves the samples it was given as they are', () => {
  const before = structuredClone(samples);
  const flipped = relabelled(samples, [0, 1], (label) => 1 - label);
  expect(flipped.labels).toEqual(Uint8Array.of(1, 0, 0));
  expect(relabelled(flipped, [0, 1], (label) => 1 - label)).toEqual(samples);
  const away = moved(samples, [2], { x: 1, y: -1 });
  expect(sampleAt(away, 2)).toEqual({ x: 5, y: 4, label: 0 });
  expect(moved(away, [2], { x: -1, y: 1 })).toEqual(samples);
  expect(samples).toEqual(before);
});

it('finds the newest sample by its place, which is kept in single precision, and its class', () => {
  const more = added(samples, [{ x: 0.1, y: 0.2, label: 0 }]);
  expect(indexOfSample(more, { x: 0.1, y: 0.2, label: 0 })).toBe(3);
  expect(indexOfSample(more, { x: 0.1, y: 0.2, label: 1 })).toBe(-1);
  const twice = added(more, [{ x: 0.1, y: 0.2, label: 0 }]);
  expect(indexOfSample(twice, { x: 0.1, y: 0.2, label: 0 })).toBe(4);
});
