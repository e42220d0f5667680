import type { Metric } from './metric.ts';

export const falsePositiveRate = {
  name: 'falsePositiveRate',
  label: 'false positive rate',
  key: 'falsePositiveRate',
  formula: 'FP / (FP + TN)',
  meaning: 'Of the samples of other classes, the share that is predicted as this class.',
  source: 'Fawcett, An Introduction to ROC Analysis, 2006',
  scope: 'positive',
  shown: 'more',
  ifUndefined: 0,
  value(predictions, ofClass) {
    const falsePositives = predictions.falsePositives(ofClass);
    return falsePositives / (falsePositives + predictions.trueNegatives(ofClass));
  },
} as const satisfies Metric;
