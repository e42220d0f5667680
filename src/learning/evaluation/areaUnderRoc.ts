import type { Metric } from './metric.ts';
import { countPositives, endOfTie } from './rankByProbability.ts';

export const areaUnderRoc = {
  name: 'areaUnderRoc',
  label: 'area under ROC',
  key: 'auc',
  formula: 'share of (positive, negative) pairs in the right order, ties counting ½',
  meaning:
    'How often a sample of the positive class gets a higher probability than one of another class.',
  source: 'Hanley and McNeil, The Meaning and Use of the Area under a ROC Curve, 1982',
  scope: 'positive',
  shown: 'table',
  ifUndefined: NaN,
  value({ ranking }) {
    let positives = 0;
    let negatives = 0;
    let pairs = 0;
    for (let i = 0; i < ranking.length;) {
      const end = endOfTie(ranking, i);
      const positivesHere = countPositives(ranking, i, end);
      const negativesHere = end - i - positivesHere;
      pairs += positivesHere * (negatives + negativesHere / 2);
      positives += positivesHere;
      negatives += negativesHere;
      i = end;
    }
    return pairs / (positives * negatives);
  },
} as const satisfies Metric;
