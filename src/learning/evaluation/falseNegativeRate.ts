import { truePositives, type Metric } from './metric.ts';

export const falseNegativeRate: Metric = {
  name: 'falseNegativeRate',
  label: 'false negative rate',
  formula: 'FN / (FN + TP)',
  meaning: 'Of the samples of this class, the share that is not predicted as it.',
  source: 'Fawcett, An Introduction to ROC Analysis, 2006',
  scope: 'class',
  best: 'low',
  value(predictions, ofClass) {
    const actual = predictions.actual[ofClass];
    return (actual - truePositives(predictions, ofClass)) / actual;
  },
};
