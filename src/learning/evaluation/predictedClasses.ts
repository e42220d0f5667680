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
  const { positiveClass = defaultPositiveClass, threshold = defaultThreshold } = options;
  const predicted = new Uint8Array(probabilities.length / classes);
  for (let i = 0; i < predicted.length; i++) {
    const row = i * classes;
    if (!allFinite(probabilities, row, row + classes)) predicted[i] = undecidedClass;
    else if (classes > 2) predicted[i] = mostProbable(probabilities, row, classes);
    else {
      const reached = (probabilities[row + positiveClass] ?? 0) >= threshold;
      predicted[i] = reached ? positiveClass : 1 - positiveClass;
    }
  }
  return predicted;
}

/** The class that K probabilities speak for, as `predictedClasses` decides. */
export function predictedClass(
  probabilities: readonly number[],
  options: EvaluationOptions = {},
): number {
  const [predicted] = predictedClasses(
    Float32Array.from(probabilities),
    probabilities.length,
    options,
  );
  return predicted ?? undecidedClass;
}

function allFinite(values: Float32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function mostProbable(probabilities: Float32Array, row: number, classes: number): number {
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
