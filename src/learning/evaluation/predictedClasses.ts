import {
  defaultPositiveClass,
  defaultThreshold,
  type EvaluationOptions,
} from './evaluationOptions.ts';

/** The predicted class of a sample whose probabilities are not all finite. */
export const undecidedClass = 255;

/**
 * The predicted class of each row of n×K probabilities. K = 2: the positive class where its
 * probability reaches the threshold, else the other one. K > 2: the most probable class, of equals
 * the first. `undecidedClass` where a probability is not finite.
 */
export function predictedClasses(
  probabilities: Float32Array,
  classes: number,
  options: EvaluationOptions = {},
): Uint8Array {
  const predicted = new Uint8Array(probabilities.length / classes);
  for (let i = 0; i < predicted.length; i++) {
    predicted[i] = classOfRow(probabilities, i * classes, classes, options);
  }
  return predicted;
}

/** The class that the K probabilities of one place speak for, likewise. */
export function predictedClass(
  probabilities: ArrayLike<number>,
  options: EvaluationOptions = {},
): number {
  return classOfRow(probabilities, 0, probabilities.length, options);
}

function classOfRow(
  probabilities: ArrayLike<number>,
  row: number,
  classes: number,
  { positiveClass = defaultPositiveClass, threshold = defaultThreshold }: EvaluationOptions,
): number {
  if (!allFinite(probabilities, row, row + classes)) return undecidedClass;
  if (classes > 2) return mostProbable(probabilities, row, classes);
  const reached = (probabilities[row + positiveClass] ?? 0) >= threshold;
  return reached ? positiveClass : 1 - positiveClass;
}

function allFinite(values: ArrayLike<number>, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function mostProbable(probabilities: ArrayLike<number>, row: number, classes: number): number {
  let best = 0;
  let highest = probabilities[row] ?? 0;
  for (let c = 1; c < classes; c++) {
    const probability = probabilities[row + c] ?? 0;
    if (probability <= highest) continue;
    highest = probability;
    best = c;
  }
  return best;
}
