import type { Predictions } from './predictions.ts';
import { isPositive, rankedProbabilities, rankOf } from './rankByProbability.ts';

/** What is predicted as positive at each threshold that makes a difference, thresholds falling. */
export interface ThresholdCounts {
  /** The first is Infinity: nothing is predicted as positive. */
  readonly thresholds: Float64Array;
  readonly truePositives: Uint32Array;
  readonly falsePositives: Uint32Array;
}

/** One entry per different probability, after the one for Infinity. */
export function thresholdCounts({ ranking }: Predictions): ThresholdCounts {
  const probabilities = rankedProbabilities(ranking);
  const thresholds = [Infinity];
  const truePositives = [0];
  const falsePositives = [0];
  let positives = 0;
  for (let i = ranking.length - 1; i >= 0; i--) {
    positives += isPositive(ranking[i]);
    if (i > 0 && rankOf(ranking[i - 1]) === rankOf(ranking[i])) continue;
    thresholds.push(probabilities[i]);
    truePositives.push(positives);
    falsePositives.push(ranking.length - i - positives);
  }
  return {
    thresholds: new Float64Array(thresholds),
    truePositives: new Uint32Array(truePositives),
    falsePositives: new Uint32Array(falsePositives),
  };
}
