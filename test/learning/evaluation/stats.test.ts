import { expect, test } from 'vitest';
import { evaluate } from '../../../src/learning/evaluation/evaluate.ts';
import { metrics } from '../../../src/learning/evaluation/metrics.ts';
import { stats } from '../../../src/learning/evaluation/stats.ts';
import { fromMatrix } from './cases.ts';

test('two classes: all numbers labelled, the matrix with its orientation', () => {
  const { labels, probabilities } = fromMatrix([
    [40, 10],
    [5, 45],
  ]);
  expect(stats(evaluate(probabilities, labels, 2))).toBe(
    `
=================== Evaluation ===================
 # of classes:         2
 # of samples:         100
 Accuracy:             0.8500
                       blue     macro
 Precision:            0.8182   0.8535
 Recall:               0.9000   0.8500
 F1 score:             0.8571   0.8496
 MCC:                  0.7035
 False positive rate:  0.2000
 False negative rate:  0.1000
 Log loss:             0.4311
 Brier score:          0.1300
 Area under ROC:       0.8500
 Area under PR:        0.7864
Positive class: blue, predicted where its probability is at least 0.5.
Macro: mean over the classes, without those whose value is 0/0.

================ Confusion matrix ================
       0   1
------------
  0|  40  10
  1|   5  45
Rows: actual class. Columns: predicted class.
Classes: 0 = red, 1 = blue.
`.trim(),
  );
});

test('three classes, one of them never predicted: the note is at the end', () => {
  const { labels, probabilities } = fromMatrix([
    [1200, 0, 3],
    [2, 0, 0],
    [0, 0, 4],
  ]);
  const text = stats(evaluate(probabilities, labels, 3, { positiveClass: 2 }));
  expect(text).toContain('orange   macro');
  expect(text).toContain('Positive class: orange. Predicted: the most probable class.');
  expect(text.split('\n').slice(-9)).toEqual([
    '        0    1    2',
    '-------------------',
    '  0| 1200    0    3',
    '  1|    2    0    0',
    '  2|    0    0    4',
    'Rows: actual class. Columns: predicted class.',
    'Classes: 0 = red, 1 = blue, 2 = orange.',
    '',
    'Blue was never predicted, so its precision counts as 0; the macro average leaves it out.',
  ]);
});

test('a number that does not exist is a dash', () => {
  const text = stats(evaluate(new Float32Array(0), new Uint8Array(0), 2));
  expect(text).toContain(' Accuracy:             –\n');
  expect(text).toContain(' Log loss:             –\n');
  expect(text).toMatch(/The set is empty, so there is nothing to evaluate\.$/);
});

test('the threshold and the positive class are stated', () => {
  const { labels, probabilities } = fromMatrix([
    [1, 0],
    [0, 1],
  ]);
  const text = stats(
    evaluate(probabilities, labels, 2, { threshold: 0.1 + 0.2, positiveClass: 0 }),
  );
  expect(text).toContain('Positive class: red, predicted where its probability is at least 0.3.');
});

test('every metric of the table has a row, once', () => {
  const { labels, probabilities } = fromMatrix([
    [3, 1],
    [1, 2],
  ]);
  const rows = stats(evaluate(probabilities, labels, 2))
    .toLowerCase()
    .split('\n');
  for (const { label } of metrics) {
    const named = rows.filter((row) => row.startsWith(` ${label.toLowerCase()}: `));
    expect(named, label).toHaveLength(1);
  }
});
