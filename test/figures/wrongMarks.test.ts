import { expect, test } from 'vitest';
import { undecidedClass } from '../../src/learning/evaluation/predictedClasses.ts';
import { type WrongMarksOptions, wrongMarks } from '../../src/figures/wrongMarks.ts';

const window = { left: 0, right: 10, bottom: 0, top: 10 };
const samples = {
  points: new Float32Array([1, 1, 2, 9, 5, 5, 8, 2]),
  labels: new Uint8Array([0, 0, 1, 1]),
};
const probabilities = new Float32Array([0.9, 0.1, 0.4, 0.6, 0.3, 0.7, 0.55, 0.45]);
const options: WrongMarksOptions = { samples, probabilities, window, size: 100, radius: 5 };
const ring = (x: number, y: number) => `M${x - 5},${y}a5,5,0,0,1,10,0a5,5,0,0,1,-10,0`;

const pathsOf = (changed: Partial<typeof options>) =>
  wrongMarks({ ...options, ...changed }).map(({ path }) => path);

test('rings surround samples whose predicted class is wrong, by that class, with y down', () => {
  expect(wrongMarks(options)).toEqual([
    { predicted: 1, path: ring(20, 10) },
    { predicted: 0, path: ring(80, 80) },
  ]);
});

test('threshold and positive class decide what is wrong', () => {
  expect(pathsOf({ threshold: 0.65 })).toEqual([ring(80, 80)]);
  expect(pathsOf({ threshold: 0.4 })).toEqual([ring(20, 10)]);
  expect(pathsOf({ threshold: 0.35, positiveClass: 0 })).toEqual([ring(80, 80)]);
});

test('samples outside of the window have no ring', () => {
  expect(pathsOf({ window: { left: 0, right: 5, bottom: 0, top: 5 } })).toEqual([]);
});

test('a probability that is not finite is wrong', () => {
  const broken = probabilities.with(0, NaN);
  expect(wrongMarks({ ...options, probabilities: broken })).toContainEqual({
    predicted: undecidedClass,
    path: ring(10, 90),
  });
});

test('with three classes the most probable counts', () => {
  const three = new Float32Array([0.4, 0.3, 0.3, 0.1, 0.1, 0.8, 0.2, 0.5, 0.3, 0.2, 0.6, 0.2]);
  expect(pathsOf({ probabilities: three })).toEqual([ring(20, 10)]);
});

test('probabilities of other samples, or none, mark nothing', () => {
  expect(pathsOf({ probabilities: new Float32Array(7) })).toEqual([]);
  const none = { points: new Float32Array(0), labels: new Uint8Array(0) };
  expect(pathsOf({ samples: none, probabilities: new Float32Array(0) })).toEqual([]);
});
