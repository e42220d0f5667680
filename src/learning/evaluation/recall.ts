import { truePositives, type Metric } from './metric.ts';

export const recall: Metric = {
  name: 'recall',
  label: 'recall',
  formula: 'TP / (TP + FN)',
  meaning: 'Of the samples of this class, the share that is predicted as it.',
  source: 'van Rijsbergen, Information Retrieval, 1979, chapter 7',
  scope: 'class',
  best: 'high',
  value: (predictions, ofClass) =>
    truePositives(predictions, ofClass) / predictions.actual[ofClass],
};
