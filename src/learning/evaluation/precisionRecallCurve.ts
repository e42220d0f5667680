import type { Predictions } from './predictions.ts';
import { thresholdCounts } from './thresholdCounts.ts';

/** Points of precision against recall, recall rising from 0 to 1. */
export interface PrecisionRecallCurve {
  /** A sample is predicted as positive where its probability is at least this. The first is Infinity. */
  readonly thresholds: Float64Array;
  readonly recalls: Float64Array;
  readonly precisions: Float64Array;
}

/**
 * The curve of the positive class against the rest. At recall 0, where nothing is predicted as
 * positive, precision counts as 1. Recalls are NaN where no sample is positive.
 */
export function precisionRecallCurve(predictions: Predictions): PrecisionRecallCurve {
  const { thresholds, truePositives, falsePositives } = thresholdCounts(predictions);
  const positives = truePositives.at(-1) ?? NaN;
  return {
    thresholds,
    recalls: Float64Array.from(truePositives, (count) => count / positives),
    precisions: Float64Array.from(truePositives, (count, i) =>
      i === 0 ? 1 : count / (count + (falsePositives[i] ?? NaN)),
    ),
  };
}
