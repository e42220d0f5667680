import type { Metric } from './metric.ts';

/** 0/0 only for a class without samples and predictions; a class never predicted right has 0. */
export const f1 = {
  name: 'f1',
  label: 'F1 score',
  key: 'f1',
  formula: '2·TP / (2·TP + FP + FN)',
  meaning: 'The harmonic mean of precision and recall: high only when both are.',
  source: 'van Rijsbergen, Information Retrieval, 1979, chapter 7',
  scope: 'class',
  shown: 'table',
  ifUndefined: 0,
  value(predictions, ofClass) {
    const hits = 2 * predictions.truePositives(ofClass);
    const misses = predictions.falsePositives(ofClass) + predictions.falseNegatives(ofClass);
    return hits / (hits + misses);
  },
} as const satisfies Metric;
