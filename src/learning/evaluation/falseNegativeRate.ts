import type { Metric } from './metric.ts';

export const falseNegativeRate = {
  name: 'falseNegativeRate',
  label: 'false negative rate',
  key: 'falseNegativeRate',
  formula: 'FN / (FN + TP)',
  meaning: 'Of the samples of this class, the share that is predicted as another class.',
  source: 'Fawcett, An Introduction to ROC Analysis, 2006',
  scope: 'positive',
  shown: 'more',
  ifUndefined: 0,
  value(predictions, ofClass) {
    const falseNegatives = predictions.falseNegatives(ofClass);
    return falseNegatives / (falseNegatives + predictions.truePositives(ofClass));
  },
} as const satisfies Metric;
