import type { Metric } from './metric.ts';

export const logLoss = {
  name: 'logLoss',
  label: 'log loss',
  key: 'loss',
  formula: 'mean of −ln p(actual class)',
  meaning:
    'How surprised the network is by the truth: 0 if certain and right, ln 2 ≈ 0.69 at 50 to 50.',
  source: 'Good, Rational Decisions, 1952',
  scope: 'all',
  shown: 'table',
  ifUndefined: NaN,
  value: (predictions) => (predictions.undecided > 0 ? NaN : predictions.logLoss),
} as const satisfies Metric;
