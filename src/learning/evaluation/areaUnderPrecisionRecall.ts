import type { Metric } from './metric.ts';
import { thresholdCounts } from './thresholdCounts.ts';

/**
 * Average precision: the precision at each point, weighted by the gain of recall. Trapezoids between
 * the points would be too optimistic (Davis and Goadrich, 2006).
 */
export const areaUnderPrecisionRecall = {
  name: 'areaUnderPrecisionRecall',
  label: 'area under PR',
  key: 'averagePrecision',
  formula: 'Σ (gain of recall) · precision, thresholds falling',
  meaning: 'The mean precision over all recalls; more telling than ROC when positives are rare.',
  source: 'Davis and Goadrich, The Relationship between Precision-Recall and ROC Curves, 2006',
  scope: 'positive',
  shown: 'more',
  ifUndefined: NaN,
  value(predictions) {
    const { truePositives, falsePositives } = thresholdCounts(predictions);
    const positives = truePositives.at(-1) ?? 0;
    let sum = 0;
    let before = 0;
    truePositives.forEach((count, i) => {
      if (count > before) sum += (count - before) * (count / (count + (falsePositives[i] ?? 0)));
      before = count;
    });
    return sum / positives;
  },
} as const satisfies Metric;
