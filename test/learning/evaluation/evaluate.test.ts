import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../../src/learning/evaluation/evaluation.ts';
import { evaluate } from '../../../src/learning/evaluation/evaluate.ts';
import { metrics } from '../../../src/learning/evaluation/metrics.ts';
import { negativeLogLikelihood } from '../../../src/learning/negativeLogLikelihood.ts';
import { fromMatrix, fromScores, randomClasses, randomPredictions, shuffled } from './cases.ts';

const classScores = (evaluation: Evaluation, c: number) => ({
  precision: evaluation.ofClass('precision', c),
  recall: evaluation.ofClass('recall', c),
  f1: evaluation.ofClass('f1', c),
});

const perClass = (evaluation: Evaluation) =>
  Array.from({ length: evaluation.classes }, (_, c) => classScores(evaluation, c));

const macro = (evaluation: Evaluation) => ({
  precision: evaluation.macro('precision'),
  recall: evaluation.macro('recall'),
  f1: evaluation.macro('f1'),
});

/** The metrics that look at probabilities, not at the classes predicted from them. */
const ofProbabilities = ['logLoss', 'brier', 'areaUnderRoc', 'areaUnderPrecisionRecall'] as const;

describe('worked example: 40 and 10 of class 0, 5 and 45 of class 1', () => {
  const { labels, probabilities } = fromMatrix([
    [40, 10],
    [5, 45],
  ]);
  const evaluation = evaluate(probabilities, labels, 2);

  test('counts', () => {
    expect([...evaluation.confusion]).toEqual([40, 10, 5, 45]);
    expect(evaluation.samples).toBe(100);
    expect(evaluation.undecided).toBe(0);
    expect(evaluation.notes).toEqual([]);
  });

  test('accuracy is (40 + 45) / 100', () => {
    expect(evaluation.value('accuracy')).toBe(0.85);
  });

  test('class 1: precision 45/55, recall 45/50, F1 90/105', () => {
    expect(classScores(evaluation, 1)).toEqual({ precision: 45 / 55, recall: 0.9, f1: 90 / 105 });
  });

  test('class 0: precision 40/45, recall 40/50, F1 80/95', () => {
    expect(classScores(evaluation, 0)).toEqual({ precision: 40 / 45, recall: 0.8, f1: 80 / 95 });
  });

  test('macro: the mean of both classes, F1 too', () => {
    expect(evaluation.macro('precision')).toBeCloseTo((45 / 55 + 40 / 45) / 2, 14);
    expect(evaluation.macro('recall')).toBeCloseTo(0.85, 14);
    expect(evaluation.macro('f1')).toBeCloseTo((90 / 105 + 80 / 95) / 2, 14);
  });

  test('MCC is (45·40 − 10·5) / √(55·50·50·45)', () => {
    expect(evaluation.value('mcc')).toBeCloseTo(1750 / Math.sqrt(55 * 50 * 50 * 45), 14);
  });

  test('class 1: 10 of 50 false positives, 5 of 50 false negatives', () => {
    expect(evaluation.value('falsePositiveRate')).toBe(0.2);
    expect(evaluation.value('falseNegativeRate')).toBe(0.1);
  });

  test('class 0 as the positive class', () => {
    const turned = evaluate(probabilities, labels, 2, { positiveClass: 0 });
    expect(turned.value('falsePositiveRate')).toBe(0.1);
    expect(turned.value('falseNegativeRate')).toBe(0.2);
    expect(turned.confusion).toEqual(evaluation.confusion);
  });

  test('log loss: 85 times ln(1/0.8), 15 times ln(1/0.2); Brier score: 0.04 and 0.64', () => {
    // 0.8 and 0.2 are in single precision: relative error 3e-8.
    expect(evaluation.value('logLoss')).toBeCloseTo(
      -0.85 * Math.log(0.8) - 0.15 * Math.log(0.2),
      6,
    );
    expect(evaluation.value('brier')).toBeCloseTo(0.85 * 0.04 + 0.15 * 0.64, 6);
  });

  test('area under ROC: with one threshold (1 + recall − false positive rate) / 2', () => {
    expect(evaluation.value('areaUnderRoc')).toBeCloseTo((1 + 0.9 - 0.2) / 2, 14);
  });
});

describe('worked example of three classes', () => {
  const { labels, probabilities } = fromMatrix([
    [5, 1, 0],
    [2, 6, 2],
    [0, 1, 3],
  ]);
  const evaluation = evaluate(probabilities, labels, 3);

  test('accuracy 14/20; per class from rows and columns', () => {
    expect([...evaluation.confusion]).toEqual([5, 1, 0, 2, 6, 2, 0, 1, 3]);
    expect(evaluation.value('accuracy')).toBe(0.7);
    expect(perClass(evaluation)).toEqual([
      { precision: 5 / 7, recall: 5 / 6, f1: 10 / 13 },
      { precision: 6 / 8, recall: 6 / 10, f1: 12 / 18 },
      { precision: 3 / 5, recall: 3 / 4, f1: 6 / 9 },
    ]);
    expect(evaluation.macro('f1')).toBeCloseTo((10 / 13 + 12 / 18 + 6 / 9) / 3, 14);
  });

  test('MCC: (14·20 − (6·7 + 10·8 + 4·5)) / √((400 − 152)(400 − 138))', () => {
    expect(evaluation.value('mcc')).toBeCloseTo((280 - 142) / Math.sqrt(248 * 262), 14);
  });

  test('rates of class 1 against the rest: 2 of 10 false positives, 4 of 10 false negatives', () => {
    expect(evaluation.value('falsePositiveRate')).toBe(0.2);
    expect(evaluation.value('falseNegativeRate')).toBe(0.4);
  });

  test('Brier score: 14 times ½(0.2² + 2·0.1²), 6 times ½(0.8² + 0.9² + 0.1²)', () => {
    expect(evaluation.value('brier')).toBeCloseTo((14 * 0.03 + 6 * 0.73) / 20, 6);
  });
});

describe('sets with nothing to divide by', () => {
  test('an empty set: no accuracy, no losses, all else 0, one note', () => {
    const evaluation = evaluate(new Float32Array(0), new Uint8Array(0), 2);
    for (const name of ['accuracy', ...ofProbabilities] as const) {
      expect(evaluation.value(name), name).toBeNaN();
    }
    const zero = { precision: 0, recall: 0, f1: 0 };
    expect(perClass(evaluation)).toEqual([zero, zero]);
    expect(macro(evaluation)).toEqual(zero);
    expect([
      evaluation.value('mcc'),
      evaluation.value('falsePositiveRate'),
      evaluation.value('falseNegativeRate'),
    ]).toEqual([0, 0, 0]);
    expect(evaluation.notes).toEqual(['The set is empty, so there is nothing to evaluate.']);
  });

  test('a class never predicted: precision 0 and left out of the macro precision, recall in', () => {
    const { labels, probabilities } = fromMatrix([
      [6, 0],
      [4, 0],
    ]);
    const evaluation = evaluate(probabilities, labels, 2);
    expect(classScores(evaluation, 1)).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(macro(evaluation)).toEqual({ precision: 0.6, recall: 0.5, f1: 12 / 16 / 2 });
    expect(evaluation.value('mcc')).toBe(0);
    expect(evaluation.value('areaUnderRoc')).toBe(0.5);
    expect(evaluation.notes).toEqual([
      'Blue was never predicted, so its precision counts as 0; the macro average leaves it out.',
    ]);
  });

  test('one class only, all of it found', () => {
    const { labels, probabilities } = fromMatrix([
      [7, 0],
      [0, 0],
    ]);
    const evaluation = evaluate(probabilities, labels, 2);
    expect(evaluation.value('accuracy')).toBe(1);
    expect(classScores(evaluation, 1)).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(macro(evaluation)).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(evaluation.value('mcc')).toBe(0);
    expect(evaluation.value('falsePositiveRate')).toBe(0);
    expect(evaluation.value('falseNegativeRate')).toBe(0);
    expect(evaluation.value('areaUnderRoc')).toBeNaN();
    expect(evaluation.value('areaUnderPrecisionRecall')).toBeNaN();
    expect(evaluation.notes).toEqual([
      'Blue was never predicted, so its precision counts as 0; the macro average leaves it out.',
      'No sample is blue, so the recall of blue counts as 0; the macro average leaves it out.',
      'There is no ROC curve, because no sample is blue.',
    ]);
  });

  test('only the positive class: no ROC curve, but an average precision of 1', () => {
    const { labels, probabilities } = fromScores([1, 1, 1], [0.9, 0.2, 0.6]);
    const evaluation = evaluate(probabilities, labels, 2);
    expect(evaluation.value('areaUnderRoc')).toBeNaN();
    expect(evaluation.value('areaUnderPrecisionRecall')).toBe(1);
    expect(evaluation.value('falsePositiveRate')).toBe(0);
    expect(evaluation.value('falseNegativeRate')).toBeCloseTo(1 / 3, 14);
  });
});

describe('the log loss', () => {
  const { labels, probabilities } = fromScores([0, 1], [1, 1]);

  test('is that of the engine where it is known', () => {
    expect(evaluate(probabilities, labels, 2, { loss: 50 }).value('logLoss')).toBe(50);
    expect(evaluate(probabilities, labels, 2, { loss: 50 }).notes).not.toContain(noLogLoss);
  });

  test('is infinite where the probability of an actual class is 0, and a note says so', () => {
    const evaluation = evaluate(probabilities, labels, 2);
    expect(evaluation.value('logLoss')).toBe(Infinity);
    expect(evaluation.notes).toContain(noLogLoss);
  });
});

const noLogLoss =
  'There is no log loss, because in single precision the probability of an actual class is 0.';

describe('predictions that are not finite', () => {
  const { labels, probabilities } = fromScores([0, 1, 1, 0], [0.1, 0.9, NaN, Infinity]);
  const evaluation = evaluate(probabilities, labels, 2);

  test('count as wrong and are in no column', () => {
    expect([...evaluation.confusion]).toEqual([1, 0, 0, 1]);
    expect(evaluation.undecided).toBe(2);
    expect(evaluation.value('accuracy')).toBe(0.5);
    expect(perClass(evaluation)).toEqual([
      { precision: 1, recall: 0.5, f1: 2 / 3 },
      { precision: 1, recall: 0.5, f1: 2 / 3 },
    ]);
    // One more predicted class: (2·4 − (2·1 + 2·1)) / √((16 − 8)(16 − 1 − 1 − 4)).
    expect(evaluation.value('mcc')).toBeCloseTo(4 / Math.sqrt(80), 14);
    expect(evaluation.value('falsePositiveRate')).toBe(0);
    expect(evaluation.value('falseNegativeRate')).toBe(0.5);
  });

  test('leave the numbers about probabilities undefined', () => {
    for (const name of ofProbabilities) expect(evaluation.value(name), name).toBeNaN();
  });

  test('have a note', () => {
    expect(evaluation.notes).toEqual([
      '2 of 4 predictions are not finite; they count as wrong and are in no column of the confusion matrix.',
    ]);
    const one = fromScores([0, 1, 1], [0.1, 0.9, NaN]);
    expect(evaluate(one.probabilities, one.labels, 2).notes).toEqual([
      '1 of 3 predictions is not finite; it counts as wrong and is in no column of the confusion matrix.',
    ]);
  });

  test('all of them: nothing is right', () => {
    const none = evaluate(new Float32Array(4).fill(NaN), labels.slice(0, 2), 2);
    expect([none.correct, none.value('accuracy'), none.value('mcc')]).toEqual([0, 0, 0]);
    expect(macro(none)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('threshold', () => {
  const { labels, probabilities } = fromScores([0, 0, 1, 1], [0.25, 0.5, 0.5, 0.75]);
  const matrix = (threshold: number, positiveClass = 1) => [
    ...evaluate(probabilities, labels, 2, { threshold, positiveClass }).confusion,
  ];

  test('a probability at the threshold is positive', () => {
    expect(matrix(0.5)).toEqual([1, 1, 0, 2]);
    expect(matrix(0.500001)).toEqual([2, 0, 1, 1]);
    expect(matrix(0.75)).toEqual([2, 0, 1, 1]);
    expect(matrix(0.2)).toEqual([0, 2, 0, 2]);
    expect(matrix(0)).toEqual([0, 2, 0, 2]);
    expect(matrix(1)).toEqual([2, 0, 2, 0]);
  });

  test('it is about the positive class', () => {
    expect(matrix(0.5, 0)).toEqual([2, 0, 1, 1]);
    expect(matrix(0.75, 0)).toEqual([1, 1, 0, 2]);
  });

  test('it does not touch what is about the probabilities', () => {
    const random = randomPredictions(3, 300);
    const low = evaluate(random.probabilities, random.labels, 2, { threshold: 0.1 });
    const high = evaluate(random.probabilities, random.labels, 2, { threshold: 0.9 });
    expect(low.confusion).not.toEqual(high.confusion);
    for (const name of ofProbabilities) expect(low.value(name), name).toBe(high.value(name));
  });

  test('with more than two classes the most probable wins, of equals the first', () => {
    const thirds = new Float32Array([0.3, 0.3, 0.4, 0.4, 0.4, 0.2]);
    const { confusion } = evaluate(thirds, new Uint8Array([0, 1]), 3, { threshold: 0.9 });
    expect([...confusion]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0]);
  });
});

describe('invariants, seeds 1 to 20', () => {
  const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

  test.each(seeds)('seed %i: the order of the samples does not matter', (seed) => {
    const set = randomClasses(seed, 200, 4);
    const other = shuffled(set, seed);
    const a = evaluate(set.probabilities, set.labels, 4);
    const b = evaluate(other.probabilities, other.labels, 4);
    expect(b.confusion).toEqual(a.confusion);
    // In sums over the samples only the order of summation differs.
    for (const { name } of metrics) expect(b.value(name), name).toBeCloseTo(a.value(name), 12);
  });

  test.each(seeds)('seed %i: swapped classes give the same numbers, swapped', (seed) => {
    const { labels, probabilities } = randomPredictions(seed, 200);
    const swapped = {
      labels: labels.map((label) => 1 - label),
      probabilities: probabilities.map((_, i) => probabilities[i ^ 1] ?? NaN),
    };
    // A threshold that no probability is equal to, and its complement.
    const a = evaluate(probabilities, labels, 2, { threshold: 0.4001 });
    const b = evaluate(swapped.probabilities, swapped.labels, 2, {
      positiveClass: 0,
      threshold: 0.4001,
    });
    expect([...b.confusion]).toEqual([...a.confusion].reverse());
    expect(perClass(b)).toEqual(perClass(a).reverse());
    expect(b.value('mcc')).toBeCloseTo(a.value('mcc'), 12);
    for (const name of ['accuracy', 'falsePositiveRate', 'falseNegativeRate'] as const) {
      expect(b.value(name)).toBe(a.value(name));
    }
    expect(b.value('areaUnderRoc')).toBe(a.value('areaUnderRoc'));
    expect(b.value('areaUnderPrecisionRecall')).toBe(a.value('areaUnderPrecisionRecall'));
    expect(b.value('logLoss')).toBe(a.value('logLoss'));
    // Of two complementary probabilities the area is the same for either class.
    const turned = evaluate(probabilities, labels, 2, { positiveClass: 0 });
    expect(turned.value('areaUnderRoc')).toBeCloseTo(a.value('areaUnderRoc'), 12);
  });

  test.each(seeds)('seed %i: the metrics agree with each other', (seed) => {
    const { labels, probabilities } = randomClasses(seed, 300, 3);
    const evaluation = evaluate(probabilities, labels, 3);
    const scores = perClass(evaluation);
    expect(evaluation.confusion.reduce((sum, count) => sum + count)).toBe(300);
    const share = (c: number) => labels.filter((label) => label === c).length / 300;
    const weighted = scores.reduce((sum, { recall }, c) => sum + recall * share(c), 0);
    expect(evaluation.value('accuracy')).toBeCloseTo(weighted, 12);
    for (const { precision, recall, f1 } of scores) {
      expect(f1).toBeCloseTo(2 / (1 / precision + 1 / recall), 12);
    }
    const meanF1 = scores.reduce((sum, { f1 }) => sum + f1, 0) / 3;
    expect(evaluation.macro('f1')).toBeCloseTo(meanF1, 12);
    expect(evaluation.value('falseNegativeRate')).toBeCloseTo(
      1 - evaluation.ofClass('recall', 1),
      12,
    );
    expect(evaluation.value('logLoss')).toBe(negativeLogLikelihood(probabilities, labels));
  });

  test.each(seeds)(
    'seed %i: MCC of two classes is the correlation of the 0/1 sequences',
    (seed) => {
      const { labels, scores, probabilities } = randomPredictions(seed, 150);
      const predicted = scores.map((score) => (score >= 0.5 ? 1 : 0));
      const mean = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0) / 150;
      const both = mean(predicted.map((value, i) => value * (labels[i] ?? NaN)));
      const [p, q] = [mean(predicted), mean(labels)];
      const correlation = (both - p * q) / Math.sqrt(p * (1 - p) * q * (1 - q));
      expect(evaluate(probabilities, labels, 2).value('mcc')).toBeCloseTo(correlation, 12);
    },
  );
});

test('perfect and reversed predictions', () => {
  const { labels, probabilities } = fromScores([0, 1, 0, 1], [0, 1, 0, 1]);
  const right = evaluate(probabilities, labels, 2);
  expect([
    right.value('accuracy'),
    right.value('mcc'),
    right.value('areaUnderRoc'),
    right.macro('f1'),
  ]).toEqual([1, 1, 1, 1]);
  expect([right.value('brier'), right.value('logLoss')]).toEqual([0, 0]);
  const reversed = evaluate(
    probabilities,
    labels.map((label) => 1 - label),
    2,
  );
  expect([
    reversed.value('accuracy'),
    reversed.value('mcc'),
    reversed.value('areaUnderRoc'),
    reversed.value('brier'),
  ]).toEqual([0, -1, 0, 1]);
  expect(reversed.value('logLoss')).toBe(Infinity);
});

test('sizes, labels and classes that do not fit are errors', () => {
  const labels = new Uint8Array([0, 2]);
  expect(() => evaluate(new Float32Array(3), labels, 2)).toThrow(
    'evaluation: expected 2×2 probabilities, got 3',
  );
  expect(() => evaluate(new Float32Array(4), labels, 2)).toThrow(
    'evaluation: expected labels from 0 to 1, got 2',
  );
  expect(() => evaluate(new Float32Array(6), labels, 3, { positiveClass: 3 })).toThrow(
    'positive class: expected 0 to 2, got 3',
  );
});

test('three classes, no sample of the positive one: no ROC curve, and the note says so', () => {
  const { labels, probabilities } = fromMatrix([
    [2, 1, 0],
    [0, 0, 0],
    [0, 0, 3],
  ]);
  const evaluation = evaluate(probabilities, labels, 3);
  expect(evaluation.value('areaUnderRoc')).toBeNaN();
  expect(evaluation.notes).toEqual([
    'No sample is blue, so the recall of blue counts as 0; the macro average leaves it out.',
    'There is no ROC curve, because no sample is blue.',
  ]);
  const ofRed = evaluate(probabilities, labels, 3, { positiveClass: 0 });
  expect(ofRed.value('areaUnderRoc')).toBeGreaterThan(0.5);
  expect(ofRed.notes).toHaveLength(1);
});

test('all samples of the positive class: the note about ROC says that', () => {
  const { labels, probabilities } = fromScores([1, 1], [0.25, 0.75]);
  expect(evaluate(probabilities, labels, 2).notes).toContain(
    'There is no ROC curve, because all samples are blue.',
  );
});

test('counts of a class add up to all samples, undecided ones among the negatives', () => {
  const { labels, probabilities } = fromScores([0, 1, 1, 0], [0.1, 0.9, NaN, Infinity]);
  const evaluation = evaluate(probabilities, labels, 2);
  expect([
    evaluation.truePositives(1),
    evaluation.falsePositives(1),
    evaluation.falseNegatives(1),
    evaluation.trueNegatives(1),
  ]).toEqual([1, 0, 1, 2]);
  expect(evaluation.correct).toBe(2);
});

test('what is not read is not computed, and what is read is remembered', () => {
  const { labels, probabilities } = fromScores([0, 1, 0], [0.2, 0.7, 0.4]);
  const evaluation = evaluate(probabilities, labels, 2);
  // A change of the probabilities shows in what is read first after it.
  const loss = evaluation.value('logLoss');
  probabilities.fill(0.5);
  expect(evaluation.value('logLoss')).toBe(loss);
  expect(evaluation.value('brier')).toBe(0.25);
});

test('every metric of the table says what it is', () => {
  for (const key of ['name', 'label', 'key'] as const) {
    expect(new Set(metrics.map((metric) => metric[key])).size).toBe(metrics.length);
  }
  for (const { label, formula, meaning, source } of metrics) {
    for (const text of [label, formula, source]) expect(text).not.toBe('');
    expect(meaning).toMatch(/^[A-Z].*[a-z0-9]\.$/);
  }
});
