/** How probabilities become decisions, and which class counts as positive. */
export interface EvaluationOptions {
  /** 1 (blue) by default. */
  readonly positiveClass?: number;
  /** For K = 2: predicted positive when its probability is at least this; ½ by default. */
  readonly threshold?: number;
}

export const defaultPositiveClass = 1;
export const defaultThreshold = 0.5;
