import type { Metric } from './metric.ts';

export const accuracy = {
  name: 'accuracy',
  label: 'accuracy',
  key: 'accuracy',
  formula: 'correct / all',
  meaning: 'The share of the samples whose class is predicted correctly.',
  source: 'Metz, Basic Principles of ROC Analysis, 1978',
  scope: 'all',
  shown: 'first',
  ifUndefined: NaN,
  value: ({ correct, samples }) => correct / samples,
} as const satisfies Metric;
