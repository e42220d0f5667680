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
  /** The options that were used. */
  readonly positiveClass: number;
  readonly threshold: number;
  /** K×K, row-major: rows actual, columns predicted. Undecided samples stand in no column. */
  readonly confusion: Uint32Array;
  /** Samples whose probabilities are not all finite; they count as wrong. */
  readonly undecided: number;
  /** NaN for an empty set. */
  readonly accuracy: number;
  readonly perClass: readonly ClassScores[];
  /** Mean over classes, leaving out classes whose value is 0/0; F1: mean of the per-class F1. */
  readonly macro: ClassScores;
  /** Matthews correlation coefficient; for K > 2 Gorodkin's generalisation; 0/0 = 0. */
  readonly mcc: number;
  /** Of the positive class. */
  readonly falsePositiveRate: number;
  readonly falseNegativeRate: number;
  /** Mean negative log likelihood; like all below NaN for an empty set or undecided samples. */
  readonly logLoss: number;
  /** From 0 to 1. */
  readonly brier: number;
  /** Area under the ROC curve of the positive class; NaN unless some samples are of it, some not. */
  readonly areaUnderRoc: number;
  /** Average precision of the positive class; NaN when no sample is of it. */
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
