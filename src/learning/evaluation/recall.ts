import type { Metric } from './metric.ts';

export const recall = {
  name: 'recall',
  label: 'recall',
  key: 'recall',
  formula: 'TP / (TP + FN)',
  meaning: 'Of the samples of this class, the share that is predicted as this class.',
  source: 'van Rijsbergen, Information Retrieval, 1979, chapter 7',
  scope: 'class',
  shown: 'table',
  ifUndefined: 0,
  value(predictions, ofClass) {
    const truePositives = predictions.truePositives(ofClass);
    return truePositives / (truePositives + predictions.falseNegatives(ofClass));
  },
} as const satisfies Metric;
