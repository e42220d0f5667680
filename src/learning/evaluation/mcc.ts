import type { Metric } from './metric.ts';

/**
 * With s samples, c of them correct, a_k of class k and p_k predicted as it:
 * (c·s − Σ a_k·p_k) / √((s² − Σ a_k²)(s² − Σ p_k²)). Undecided samples count as one more predicted class.
 */
export const mcc = {
  name: 'mcc',
  label: 'MCC',
  key: 'mcc',
  formula: '(TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))',
  meaning:
    'The correlation of prediction and truth: 1 perfect, 0 no better than chance, −1 reversed.',
  source:
    'Matthews, 1975; for more than two classes Gorodkin, Comparing Two K-Category Assignments, 2004',
  scope: 'all',
  shown: 'table',
  ifUndefined: 0,
  value({ samples, classes, correct, actual, predicted, undecided }) {
    let covariance = correct * samples;
    let actualVariance = samples ** 2;
    let predictedVariance = samples ** 2 - undecided ** 2;
    for (let k = 0; k < classes; k++) {
      const a = actual[k] ?? 0;
      const p = predicted[k] ?? 0;
      covariance -= a * p;
      actualVariance -= a ** 2;
      predictedVariance -= p ** 2;
    }
    return covariance / Math.sqrt(actualVariance * predictedVariance);
  },
} as const satisfies Metric;
