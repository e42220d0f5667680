import type { Metric } from './metric.ts';
import { countPositives, endOfTie } from './rankByProbability.ts';

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
  value({ ranking }) {
    const positives = countPositives(ranking, 0, ranking.length);
    let positivesBelow = 0;
    let sum = 0;
    for (let first = 0; first < ranking.length;) {
      const end = endOfTie(ranking, first);
      const positivesHere = countPositives(ranking, first, end);
      const precision = (positives - positivesBelow) / (ranking.length - first);
      sum += positivesHere * precision;
      positivesBelow += positivesHere;
      first = end;
    }
    return sum / positives;
  },
} as const satisfies Metric;
