/** How probabilities become decisions, which class counts as positive, and what else is known. */
export interface EvaluationOptions {
  /** 1 (blue) by default. */
  readonly positiveClass?: number;
  /** For K = 2: predicted positive when its probability is at least this; ½ by default. */
  readonly threshold?: number;
  /**
   * The mean of −ln p(actual class) as the engine has it, from the logits. Without it the log loss
   * comes from the probabilities, where single precision has rounded each below 1e-45 to 0.
   */
  readonly loss?: number | undefined;
}

export const defaultPositiveClass = 1;
export const defaultThreshold = 0.5;
