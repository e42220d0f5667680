import type { Predictions } from './predictions.ts';
import { thresholdCounts } from './thresholdCounts.ts';

/** Points of the receiver operating characteristic, from (0, 0) to (1, 1). */
export interface RocCurve {
  /** Predicted as positive: probability at least this. The first is Infinity. */
  readonly thresholds: Float64Array;
  readonly falsePositiveRates: Float64Array;
  readonly truePositiveRates: Float64Array;
}

/**
 * The curve of the positive class against the rest. Samples of equal probability make one point.
 * Rates are NaN where only one of the two is present.
 * Source: Fawcett, An Introduction to ROC Analysis, 2006.
 */
export function rocCurve(predictions: Predictions): RocCurve {
  const { thresholds, truePositives, falsePositives } = thresholdCounts(predictions);
  const positives = truePositives[truePositives.length - 1];
  const negatives = falsePositives[falsePositives.length - 1];
  return {
    thresholds,
    falsePositiveRates: Float64Array.from(falsePositives, (count) => count / negatives),
    truePositiveRates: Float64Array.from(truePositives, (count) => count / positives),
  };
}
