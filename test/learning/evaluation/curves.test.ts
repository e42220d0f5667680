import { describe, expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { areaUnderPrecisionRecall } from '../../../src/learning/evaluation/areaUnderPrecisionRecall.ts';
import { areaUnderRoc } from '../../../src/learning/evaluation/areaUnderRoc.ts';
import { calibration } from '../../../src/learning/evaluation/calibration.ts';
import { evaluate } from '../../../src/learning/evaluation/evaluate.ts';
import { precisionRecallCurve } from '../../../src/learning/evaluation/precisionRecallCurve.ts';
import { Predictions } from '../../../src/learning/evaluation/predictions.ts';
import { rocCurve } from '../../../src/learning/evaluation/rocCurve.ts';
import { fromScores, randomPredictions } from './cases.ts';

const predict = (labels: readonly number[], scores: readonly number[]) => {
  const set = fromScores(labels, scores);
  return new Predictions(set.probabilities, set.labels, 2);
};

// Falling: 0.75 is 1; 0.5 is 0 and 1; 0.25 is 0; 0.125 is 1.
const worked = predict([1, 0, 1, 0, 1], [0.75, 0.5, 0.5, 0.25, 0.125]);

describe('worked example with a tie', () => {
  test('ROC: the tie is one point', () => {
    const { thresholds, falsePositiveRates, truePositiveRates } = rocCurve(worked);
    expect([...thresholds]).toEqual([Infinity, 0.75, 0.5, 0.25, 0.125]);
    expect([...falsePositiveRates]).toEqual([0, 0, 1 / 2, 1, 1]);
    expect([...truePositiveRates]).toEqual([0, 1 / 3, 2 / 3, 2 / 3, 1]);
  });

  test('area under ROC: 1½ + 1 + 1 of 6 pairs', () => {
    // 0.75 beats both zeros (2), 0.5 ties with one and beats one (1½), 0.125 beats none.
    expect(areaUnderRoc.value(worked)).toBe(3.5 / 6);
  });

  test('precision against recall', () => {
    const { recalls, precisions } = precisionRecallCurve(worked);
    expect([...recalls]).toEqual([0, 1 / 3, 2 / 3, 2 / 3, 1]);
    expect([...precisions]).toEqual([1, 1, 2 / 3, 2 / 4, 3 / 5]);
  });

  test('average precision: ⅓·1 + ⅓·⅔ + ⅓·⅗', () => {
    expect(areaUnderPrecisionRecall.value(worked)).toBeCloseTo((1 + 2 / 3 + 3 / 5) / 3, 14);
  });
});

const seeds = Array.from({ length: 30 }, (_, i) => i + 1);
const levels = (seed: number) => entryAt([2, 8, 64, 1 << 20], seed % 4);

test.each(seeds)('seed %i: area under ROC is the share of ordered pairs', (seed) => {
  const { labels, scores, probabilities } = randomPredictions(seed, 120, levels(seed));
  const scoresOf = (label: number) =>
    Float32Array.from(scores.filter((_, i) => labels[i] === label));
  const [negatives, positives] = [scoresOf(0), scoresOf(1)];
  let ordered = 0;
  for (const a of positives) {
    for (const b of negatives) ordered += a > b ? 1 : a === b ? 0.5 : 0;
  }
  const predictions = new Predictions(probabilities, labels, 2);
  expect(areaUnderRoc.value(predictions)).toBeCloseTo(
    ordered / (positives.length * negatives.length),
    12,
  );
});

test.each(seeds)('seed %i: areas agree with their curves', (seed) => {
  const { labels, probabilities } = randomPredictions(seed, 120, levels(seed));
  const predictions = new Predictions(probabilities, labels, 2);
  const roc = rocCurve(predictions);
  const curve = precisionRecallCurve(predictions);
  let trapezoids = 0;
  let steps = 0;
  for (let i = 1; i < roc.thresholds.length; i++) {
    const [left = NaN, right = NaN] = roc.falsePositiveRates.subarray(i - 1, i + 1);
    const [low = NaN, high = NaN] = roc.truePositiveRates.subarray(i - 1, i + 1);
    trapezoids += ((right - left) * (low + high)) / 2;
    const [before = NaN, recall = NaN] = curve.recalls.subarray(i - 1, i + 1);
    steps += (recall - before) * (curve.precisions[i] ?? NaN);
  }
  expect(areaUnderRoc.value(predictions)).toBeCloseTo(trapezoids, 12);
  expect(areaUnderPrecisionRecall.value(predictions)).toBeCloseTo(steps, 12);
});

test.each(seeds)('seed %i: every point of the curves is what its threshold gives', (seed) => {
  const { labels, probabilities } = randomPredictions(seed, 60, levels(seed));
  const predictions = new Predictions(probabilities, labels, 2);
  const roc = rocCurve(predictions);
  const { precisions } = precisionRecallCurve(predictions);
  expect(roc.thresholds.length).toBe(new Set(probabilities.filter((_, i) => i % 2 === 1)).size + 1);
  for (const [i, threshold] of roc.thresholds.entries()) {
    if (i === 0) continue; // infinite: no sample is predicted as positive
    const at = evaluate(probabilities, labels, 2, { threshold });
    expect(roc.falsePositiveRates[i]).toBeCloseTo(at.value('falsePositiveRate'), 12);
    expect(roc.truePositiveRates[i]).toBeCloseTo(at.ofClass('recall', 1), 12);
    expect(precisions[i]).toBeCloseTo(at.ofClass('precision', 1), 12);
  }
});

test('a constant probability: area under ROC ½, average precision the share of positives', () => {
  const predictions = predict([1, 0, 0, 0, 1], [0.5, 0.5, 0.5, 0.5, 0.5]);
  expect(areaUnderRoc.value(predictions)).toBe(0.5);
  expect(areaUnderPrecisionRecall.value(predictions)).toBe(0.4);
  expect([...rocCurve(predictions).falsePositiveRates]).toEqual([0, 1]);
});

test('the smallest and largest probabilities keep their order', () => {
  const scores = [0, -0, 1e-45, 1e-38, 1.2e-38, 1 - 2 ** -24, 1];
  const predictions = predict([0, 0, 1, 1, 1, 1, 1], scores);
  expect(areaUnderRoc.value(predictions)).toBe(1);
  expect([...rocCurve(predictions).thresholds]).toEqual([
    Infinity,
    ...[...new Set(scores.map((score) => Math.fround(score) + 0))].reverse(),
  ]);
});

test('no samples or undecided ones: a curve of one point', () => {
  for (const predictions of [predict([], []), predict([0, 1], [0.5, NaN])]) {
    expect([...rocCurve(predictions).thresholds]).toEqual([Infinity]);
    expect([...precisionRecallCurve(predictions).precisions]).toEqual([1]);
  }
});

describe('calibration', () => {
  test('worked example in two bins', () => {
    const predictions = predict([0, 1, 1, 1, 0], [0.125, 0.375, 0.5, 0.75, 1]);
    const { counts, meanProbabilities, positiveShares, expectedError } = calibration(
      predictions,
      2,
    );
    expect([...counts]).toEqual([2, 3]);
    expect([...meanProbabilities]).toEqual([0.25, 0.75]);
    expect([...positiveShares]).toEqual([0.5, 2 / 3]);
    // (2·|0.25 − 0.5| + 3·|0.75 − ⅔|) / 5
    expect(expectedError).toBeCloseTo((0.5 + 0.25) / 5, 14);
  });

  test('labels drawn with the probabilities stated are well calibrated', () => {
    const { probabilities } = randomPredictions(5, 20_000);
    const draw = randomPredictions(6, 20_000, 1 << 20);
    const uniform = draw.scores
      .map((score, i) => score * 3 - (draw.labels[i] ?? NaN))
      .map((s) => s / 2);
    const labels = Uint8Array.from(uniform, (u, i) =>
      u < (probabilities[2 * i + 1] ?? NaN) ? 1 : 0,
    );
    const { expectedError, counts } = calibration(new Predictions(probabilities, labels, 2));
    expect(counts.reduce((a, b) => a + b)).toBe(20_000);
    // About 2000 a bin: standard deviation of a share at most 0.011.
    expect(expectedError).toBeLessThan(0.02);
  });

  test('no samples or undecided ones have no error', () => {
    expect(calibration(predict([], [])).expectedError).toBeNaN();
    expect(calibration(predict([0, 1], [0.5, NaN])).expectedError).toBeNaN();
  });
});
