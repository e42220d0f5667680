import { truePositives, type Metric } from './metric.ts';

export const falsePositiveRate: Metric = {
  name: 'falsePositiveRate',
  label: 'false positive rate',
  formula: 'FP / (FP + TN)',
  meaning: 'Of the samples of other classes, the share that is predicted as this class.',
  source: 'Fawcett, An Introduction to ROC Analysis, 2006',
  scope: 'class',
  best: 'low',
  value(predictions, ofClass) {
    const falsePositives = predictions.predicted[ofClass] - truePositives(predictions, ofClass);
    return falsePositives / (predictions.samples - predictions.actual[ofClass]);
  },
};
