import type { Metric } from './metric.ts';

/** Half of Brier's sum, so that it goes from 0 to 1 and is (p − y)² for two classes. */
export const brier: Metric = {
  name: 'brier',
  label: 'Brier score',
  formula: 'mean of ½·Σ (p − y)² over the classes, y = 1 for the actual one, else 0',
  meaning: 'The squared distance of the probabilities from the truth; sure mistakes cost the most.',
  source: 'Brier, Verification of Forecasts Expressed in Terms of Probability, 1950',
  scope: 'all',
  best: 'low',
  value({ probabilities, labels, samples, classes, undecided }) {
    if (undecided > 0) return NaN;
    let sum = 0;
    for (let i = 0; i < samples; i++) {
      for (let c = 0; c < classes; c++) {
        sum += (probabilities[i * classes + c] - (labels[i] === c ? 1 : 0)) ** 2;
      }
    }
    return sum / 2 / samples;
  },
};
