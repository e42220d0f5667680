import type { Predictions } from './predictions.ts';
import { thresholdCounts } from './thresholdCounts.ts';

/** Points of the receiver operating characteristic, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** A sample is predicted as positive where its probability is at least this. The first is Infinity. */
  readonly thresholds: Float64Array;
  readonly falsePositiveRates: Float64Array;
  readonly truePositiveRates: Float64Array;
}

/**
 * The curve of the positive class against the rest. Samples of equal probability share one point.
 * A rate is NaN where no sample could count for it.
 * Source: Fawcett, An Introduction to ROC Analysis, 2006.
 */
export function rocCurve(predictions: Predictions): RocCurve {
  const { thresholds, truePositives, falsePositives } = thresholdCounts(predictions);
  const positives = truePositives.at(-1) ?? NaN;
  const negatives = falsePositives.at(-1) ?? NaN;
  return {
    thresholds,
    falsePositiveRates: Float64Array.from(falsePositives, (count) => count / negatives),
    truePositiveRates: Float64Array.from(truePositives, (count) => count / positives),
  };
}
