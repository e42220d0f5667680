import type { Metric } from './metric.ts';
import { isPositive, rankOf } from './rankByProbability.ts';

/**
 * Average precision: each gain of recall weighs with the precision at that point. Trapezoids between
 * the points would flatter (Davis and Goadrich, 2006).
 */
export const areaUnderPrecisionRecall: Metric = {
  name: 'areaUnderPrecisionRecall',
  label: 'area under precision-recall',
  formula: 'Σ (gain of recall) · precision, thresholds falling',
  meaning: 'The mean precision over all recalls; tells more than ROC when positives are rare.',
  source: 'Davis and Goadrich, The Relationship between Precision-Recall and ROC Curves, 2006',
  scope: 'all',
  best: 'high',
  value({ ranking }) {
    let positives = 0;
    let sum = 0;
    for (let i = ranking.length - 1; i >= 0;) {
      const rank = rankOf(ranking[i]);
      let positivesHere = 0;
      for (; i >= 0 && rankOf(ranking[i]) === rank; i--) positivesHere += isPositive(ranking[i]);
      positives += positivesHere;
      sum += positivesHere * (positives / (ranking.length - 1 - i));
    }
    return sum / positives;
  },
};
