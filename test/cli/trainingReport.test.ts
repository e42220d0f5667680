import { expect, test } from 'vitest';
import { trainingReport } from '../../src/cli/trainingReport.ts';
import { readTrainOptions } from '../../src/cli/trainOptions.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import { evaluate } from '../../src/learning/evaluation/evaluate.ts';
import { metrics } from '../../src/learning/evaluation/metrics.ts';
import { unscaled } from '../../src/learning/scaling/scaling.ts';
import { fromMatrix } from '../learning/evaluation/cases.ts';

/** What `--json` prints. */
function report(matrix: readonly (readonly number[])[], modelNote = '') {
  const options = readTrainOptions(['a.csv']);
  if (!options) throw new Error('Expected options.');
  const { labels, probabilities } = fromMatrix(matrix);
  const train = evaluate(probabilities, labels, matrix.length);
  const { network } = articleConfiguration;
  const result = {
    ...{ network, scaling: unscaled, sentences: [], steps: 1, seconds: 1 },
    ...{ train, evaluation: undefined, modelNote },
  };
  return trainingReport(options, result);
}

const three: Readonly<Record<string, unknown>> = report([
  [5, 1, 0],
  [2, 6, 2],
  [0, 1, 3],
]).train;

test('every metric of the table has a field', () => {
  expect(Object.keys(three)).toEqual(['samples', ...metrics.map(({ key }) => key), 'confusion']);
});

test('the fields that have been there from the first version keep their names', () => {
  const first = 'samples loss accuracy precision recall f1 mcc auc confusion'.split(' ');
  expect(Object.keys(three)).toEqual(expect.arrayContaining(first));
});

test('scores of a class: of class 1, the mean, and of each class', () => {
  const perClass = [5 / 7, 6 / 8, 3 / 5];
  const mean = perClass.reduce((sum, value) => sum + value) / 3;
  expect(three.precision).toMatchObject({ class1: 6 / 8, perClass });
  expect(three.precision).toHaveProperty('macro', expect.closeTo(mean, 14));
  expect(three.accuracy).toBe(14 / 20);
});

test('what a saved model needs is a note, and there is none otherwise', () => {
  const right = [
    [1, 0],
    [0, 1],
  ];
  expect(report(right)).not.toHaveProperty('note');
  expect(report(right, 'tfjs has no sine.')).toHaveProperty('note', 'tfjs has no sine.');
});
