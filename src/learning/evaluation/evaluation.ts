/** A value per class of a K-class problem, in the order of the classes. */
export type PerClass = readonly number[];

/** precision, recall and F1 of one class, or their mean over classes. */
export interface ClassScores {
  /** 0/0 counts as 0. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** All that the panel, the terminal and `stats()` show about one set. */
export interface Evaluation {
  readonly samples: number;
  readonly classes: number;
  /** K×K, row-major: rows actual, columns predicted. */
  readonly confusion: Uint32Array;
  readonly accuracy: number;
  readonly perClass: readonly ClassScores[];
  /** Mean over classes, leaving out classes whose value is 0/0; F1: mean of the per-class F1. */
  readonly macro: ClassScores;
  /** Matthews correlation coefficient; for K > 2 Gorodkin's generalisation; 0/0 = 0. */
  readonly mcc: number;
  /** Of the positive class. */
  readonly falsePositiveRate: number;
  readonly falseNegativeRate: number;
  /** Mean negative log likelihood. */
  readonly logLoss: number;
  readonly brier: number;
  /** Area under the ROC curve of the positive class; NaN when only one class is present. */
  readonly areaUnderRoc: number;
  readonly areaUnderPrecisionRecall: number;
  /** Sentences for the reader: never-predicted classes, empty set, non-finite predictions, … */
  readonly notes: readonly string[];
}

/** How probabilities become decisions and which class is looked at. */
export interface EvaluationOptions {
  /** The positive class of two: 1 (blue) unless told. */
  readonly positiveClass?: number;
  /** For K = 2: predicted positive when its probability is at least this; ½ unless told. */
  readonly threshold?: number;
}
