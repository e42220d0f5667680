import { Evaluation } from './evaluation.ts';
import type { EvaluationOptions } from './evaluationOptions.ts';

/**
 * The metrics of one set.
 * @param probabilities n×K, row-major.
 * @param labels n classes below K.
 * @throws RangeError for sizes that do not match and for a label or positive class beyond K.
 */
export function evaluate(
  probabilities: Float32Array,
  labels: Uint8Array,
  classes: number,
  options: EvaluationOptions = {},
): Evaluation {
  return new Evaluation(probabilities, labels, classes, options);
}
