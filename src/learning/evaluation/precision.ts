import type { Metric } from './metric.ts';

export const precision = {
  name: 'precision',
  label: 'precision',
  key: 'precision',
  formula: 'TP / (TP + FP)',
  meaning: 'Of the samples predicted as this class, the share that belongs to it.',
  source: 'van Rijsbergen, Information Retrieval, 1979, chapter 7',
  scope: 'class',
  shown: 'table',
  ifUndefined: 0,
  value(predictions, ofClass) {
    const truePositives = predictions.truePositives(ofClass);
    return truePositives / (truePositives + predictions.falsePositives(ofClass));
  },
} as const satisfies Metric;
