import type { Predictions } from './predictions.ts';

/** A number that says how good predictions are. */
export interface Metric {
  readonly name: string;
  /** The name of its row on the screen and in texts. */
  readonly label: string;
  /** The name of its field in the terminal's JSON. */
  readonly key: string;
  /** In plain characters. TP, FP, FN, TN: true and false positives and negatives. */
  readonly formula: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  readonly source: string;
  /**
   * What it is about: all samples at once; the positive class against the rest; or each class
   * against the rest, shown for one class or as the mean over the classes.
   */
  readonly scope: 'all' | 'positive' | 'class';
  /** Where the screen shows it: large, in the table, or only on request. Texts show all. */
  readonly shown: 'first' | 'table' | 'more';
  /** What reports show for a value that is 0/0 or otherwise without meaning: 0 or NaN (a dash). */
  readonly ifUndefined: number;
  /** NaN where it is 0/0 or otherwise without meaning. */
  value(predictions: Predictions, ofClass: number): number;
}
