import type { Predictions } from './predictions.ts';

/** A number that says how good predictions are. */
export interface Metric {
  readonly name: string;
  readonly label: string;
  /** In plain characters. TP, FP, FN, TN: true and false positives and negatives. */
  readonly formula: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  readonly source: string;
  /** What it is about: all samples at once, or one class against the rest. */
  readonly scope: 'all' | 'class';
  /** Which end of its range is good. */
  readonly best: 'high' | 'low';
  /** NaN where it is 0/0 or otherwise without meaning. */
  value(predictions: Predictions, ofClass: number): number;
}

/** Samples of that class predicted as that class. */
export function truePositives({ confusion, classes }: Predictions, ofClass: number): number {
  return confusion[ofClass * classes + ofClass];
}

/** Samples predicted as what they are, of any class. */
export function correct(predictions: Predictions): number {
  let sum = 0;
  for (let c = 0; c < predictions.classes; c++) sum += truePositives(predictions, c);
  return sum;
}
