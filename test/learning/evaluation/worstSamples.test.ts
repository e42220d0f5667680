import { expect, it } from 'vitest';
import { confusionMatrix } from '../../../src/learning/evaluation/confusionMatrix.ts';
import { predictedClasses } from '../../../src/learning/evaluation/predictedClasses.ts';
import { worstSamples } from '../../../src/learning/evaluation/worstSamples.ts';
import { createRandom } from '../../../src/learning/random.ts';

const labels = Uint8Array.of(0, 1, 0, 1);
// Of class 0 and class 1; the second and the third are wrong.
const probabilities = Float32Array.of(0.75, 0.25, 0.75, 0.25, 0.125, 0.875, 0.5, 0.5);

it('lists the wrong samples, the largest loss first', () => {
  expect(worstSamples(labels, probabilities, 'wrong')).toEqual([
    { index: 2, label: 0, predicted: 1, loss: Math.log(8) },
    { index: 1, label: 1, predicted: 0, loss: Math.log(4) },
  ]);
});

it('lists the samples of a cell, by the threshold in use', () => {
  const cell = { actual: 1, predicted: 1 };
  expect(worstSamples(labels, probabilities, cell).map(({ index }) => index)).toEqual([3]);
  const all = worstSamples(labels, probabilities, cell, { threshold: 0.25 });
  expect(all.map(({ index }) => index)).toEqual([1, 3]);
});

it('puts a sample first whose probabilities are no numbers', () => {
  const broken = probabilities.slice();
  broken.fill(NaN, 0, 2);
  expect(worstSamples(labels, broken, 'wrong').map(({ index }) => index)).toEqual([0, 2, 1]);
});

it('lists nothing while the probabilities are those of other samples', () => {
  expect(worstSamples(labels, probabilities.subarray(1), 'wrong')).toEqual([]);
});

it('has in each cell as many as the confusion matrix, and each sample once', () => {
  const random = createRandom(11);
  const classes = 4;
  const many = Uint8Array.from({ length: 300 }, () => random.integer(classes));
  const rows = Float32Array.from({ length: 300 * classes }, () => random.uniform());
  const matrix = confusionMatrix(many, predictedClasses(rows, classes), classes);
  const cells = Array.from(matrix, (_, cell) => {
    return { actual: Math.floor(cell / classes), predicted: cell % classes };
  });
  const listed = cells.map((cell) => worstSamples(many, rows, cell));
  expect(listed.map(({ length }) => length)).toEqual([...matrix]);
  expect(new Set(listed.flat().map(({ index }) => index)).size).toBe(300);
});
