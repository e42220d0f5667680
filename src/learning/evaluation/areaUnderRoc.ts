import type { Metric } from './metric.ts';
import { isPositive, rankOf } from './rankByProbability.ts';

export const areaUnderRoc: Metric = {
  name: 'areaUnderRoc',
  label: 'area under ROC',
  formula: 'share of (positive, negative) pairs in the right order, equals counting ½',
  meaning: 'How often a sample of the positive class is given more than one of another class.',
  source: 'Hanley and McNeil, The Meaning and Use of the Area under a ROC Curve, 1982',
  scope: 'all',
  best: 'high',
  value({ ranking }) {
    let positives = 0;
    let negatives = 0;
    let pairs = 0;
    for (let i = 0; i < ranking.length;) {
      const rank = rankOf(ranking[i]);
      const first = i;
      let positivesHere = 0;
      for (; i < ranking.length && rankOf(ranking[i]) === rank; i++) {
        positivesHere += isPositive(ranking[i]);
      }
      const negativesHere = i - first - positivesHere;
      pairs += positivesHere * (negatives + negativesHere / 2);
      positives += positivesHere;
      negatives += negativesHere;
    }
    return pairs / (positives * negatives);
  },
};
