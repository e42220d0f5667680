import type { Predictions } from './predictions.ts';
import { countPositives, endOfTie, rankedProbabilities } from './rankByProbability.ts';

/** Which samples are predicted as positive at each threshold; thresholds fall. */
export interface ThresholdCounts {
  /** The first is Infinity, where nothing is predicted as positive. */
  readonly thresholds: Float64Array;
  readonly truePositives: Uint32Array;
  readonly falsePositives: Uint32Array;
}

interface Tie {
  readonly probability: number;
  readonly positives: number;
  readonly negatives: number;
}

/** One entry for each different probability, after the one for Infinity. */
export function thresholdCounts({ ranking }: Predictions): ThresholdCounts {
  const ties = tiesOf(ranking).reverse();
  return {
    thresholds: new Float64Array([Infinity, ...ties.map(({ probability }) => probability)]),
    truePositives: runningSums(ties.map(({ positives }) => positives)),
    falsePositives: runningSums(ties.map(({ negatives }) => negatives)),
  };
}

/** The samples of equal probability, counted together, probabilities rising. */
function tiesOf(ranking: Uint32Array): Tie[] {
  const probabilities = rankedProbabilities(ranking);
  const ties: Tie[] = [];
  for (let first = 0; first < ranking.length;) {
    const end = endOfTie(ranking, first);
    const positives = countPositives(ranking, first, end);
    const negatives = end - first - positives;
    ties.push({ probability: probabilities[first] ?? NaN, positives, negatives });
    first = end;
  }
  return ties;
}

/** 0, and after it the sum of the values up to each of them. */
function runningSums(values: readonly number[]): Uint32Array {
  let sum = 0;
  return new Uint32Array([0, ...values.map((value) => (sum += value))]);
}
