import { correct, type Metric } from './metric.ts';

export const accuracy: Metric = {
  name: 'accuracy',
  label: 'accuracy',
  formula: 'correct / all',
  meaning: 'The share of the samples that is predicted as what it is.',
  source: 'Metz, Basic Principles of ROC Analysis, 1978',
  scope: 'all',
  best: 'high',
  value: (predictions) => correct(predictions) / predictions.samples,
};
