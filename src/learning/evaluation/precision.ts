import { truePositives, type Metric } from './metric.ts';

export const precision: Metric = {
  name: 'precision',
  label: 'precision',
  formula: 'TP / (TP + FP)',
  meaning: 'Of the samples predicted as this class, the share that is of it.',
  source: 'van Rijsbergen, Information Retrieval, 1979, chapter 7',
  scope: 'class',
  best: 'high',
  value: (predictions, ofClass) =>
    truePositives(predictions, ofClass) / predictions.predicted[ofClass],
};
