import { truePositives, type Metric } from './metric.ts';

/** 0/0 only for a class that is neither there nor predicted; a class never hit has 0. */
export const f1: Metric = {
  name: 'f1',
  label: 'F1',
  formula: '2·TP / (2·TP + FP + FN)',
  meaning: 'The harmonic mean of precision and recall: high only when both are.',
  source: 'van Rijsbergen, Information Retrieval, 1979, chapter 7',
  scope: 'class',
  best: 'high',
  value: (predictions, ofClass) =>
    (2 * truePositives(predictions, ofClass)) /
    (predictions.predicted[ofClass] + predictions.actual[ofClass]),
};
