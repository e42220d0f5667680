import { expect, test } from 'vitest';
import { wrongMarks } from '../../src/figures/wrongMarks.ts';

const window = { left: 0, right: 10, bottom: 0, top: 10 };
const samples = {
  points: new Float32Array([1, 1, 2, 9, 5, 5, 8, 2]),
  labels: new Uint8Array([0, 0, 1, 1]),
};
const probabilities = new Float32Array([0.9, 0.1, 0.4, 0.6, 0.3, 0.7, 0.55, 0.45]);
const options = { samples, probabilities, window, size: 100, radius: 5 };
const ring = (x: number, y: number) => `M${x - 5},${y}a5,5,0,0,1,10,0a5,5,0,0,1,-10,0`;

test('rings surround samples whose predicted class is wrong, with y down', () => {
  expect(wrongMarks(options)).toBe(ring(20, 10) + ring(80, 80));
});

test('threshold and positive class decide what is wrong', () => {
  expect(wrongMarks({ ...options, threshold: 0.65 })).toBe(ring(80, 80));
  expect(wrongMarks({ ...options, threshold: 0.4 })).toBe(ring(20, 10));
  expect(wrongMarks({ ...options, threshold: 0.35, positiveClass: 0 })).toBe(ring(80, 80));
});

test('samples outside of the window have no ring', () => {
  expect(wrongMarks({ ...options, window: { left: 0, right: 5, bottom: 0, top: 5 } })).toBe('');
});

test('a probability that is not finite is wrong', () => {
  const broken = probabilities.with(0, NaN);
  expect(wrongMarks({ ...options, probabilities: broken })).toContain(ring(10, 90));
});

test('with three classes the most probable counts', () => {
  const three = new Float32Array([0.4, 0.3, 0.3, 0.1, 0.1, 0.8, 0.2, 0.5, 0.3, 0.2, 0.6, 0.2]);
  expect(wrongMarks({ ...options, probabilities: three })).toBe(ring(20, 10));
});

test('probabilities of other samples, or none, mark nothing', () => {
  expect(wrongMarks({ ...options, probabilities: new Float32Array(7) })).toBe('');
  const none = { points: new Float32Array(0), labels: new Uint8Array(0) };
  expect(wrongMarks({ ...options, samples: none, probabilities: new Float32Array(0) })).toBe('');
});
