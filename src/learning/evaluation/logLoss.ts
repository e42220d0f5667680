import { negativeLogLikelihood } from '../negativeLogLikelihood.ts';
import type { Metric } from './metric.ts';

export const logLoss: Metric = {
  name: 'logLoss',
  label: 'log loss',
  formula: 'mean of −ln p(actual class)',
  meaning:
    'How surprised the network is by the truth: 0 when sure and right, ln 2 ≈ 0.69 when torn.',
  source: 'Good, Rational Decisions, 1952',
  scope: 'all',
  best: 'low',
  value: ({ probabilities, labels, undecided }) =>
    undecided > 0 ? NaN : negativeLogLikelihood(probabilities, labels),
};
