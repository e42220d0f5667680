import type { Metric } from './metric.ts';

/** Half of Brier's sum, so that it goes from 0 to 1 and is (p − y)² for two classes. */
export const brier = {
  name: 'brier',
  label: 'Brier score',
  key: 'brier',
  formula: 'mean of ½·Σ (p − y)² over the classes, y = 1 for the actual one, else 0',
  meaning:
    'The squared distance of the probabilities from the truth; confident mistakes cost most.',
  source: 'Brier, Verification of Forecasts Expressed in Terms of Probability, 1950',
  scope: 'all',
  shown: 'more',
  ifUndefined: NaN,
  value({ probabilities, labels, samples, classes, undecided }) {
    if (undecided > 0) return NaN;
    let sum = 0;
    probabilities.forEach((probability, i) => {
      const isActual = labels[Math.floor(i / classes)] === i % classes;
      sum += (probability - (isActual ? 1 : 0)) ** 2;
    });
    return sum / 2 / samples;
  },
} as const satisfies Metric;
