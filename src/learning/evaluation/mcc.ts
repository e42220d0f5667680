import { correct, type Metric } from './metric.ts';

/**
 * With s samples, c of them correct, a_k of class k and p_k predicted as it:
 * (c·s − Σ a_k·p_k) / √((s² − Σ a_k²)(s² − Σ p_k²)). Undecided samples are one more predicted class.
 */
export const mcc: Metric = {
  name: 'mcc',
  label: 'MCC',
  formula: '(TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))',
  meaning:
    'The correlation of prediction and truth: 1 perfect, 0 no better than chance, −1 reversed.',
  source:
    'Matthews, 1975; for more than two classes Gorodkin, Comparing Two K-Category Assignments, 2004',
  scope: 'all',
  best: 'high',
  value(predictions) {
    const { samples, classes, actual, predicted, undecided } = predictions;
    let covariance = correct(predictions) * samples;
    let actualVariance = samples ** 2;
    let predictedVariance = samples ** 2 - undecided ** 2;
    for (let c = 0; c < classes; c++) {
      covariance -= actual[c] * predicted[c];
      actualVariance -= actual[c] ** 2;
      predictedVariance -= predicted[c] ** 2;
    }
    return covariance / Math.sqrt(actualVariance * predictedVariance);
  },
};
