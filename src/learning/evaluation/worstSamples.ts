import type { EvaluationOptions } from './evaluationOptions.ts';
import { predictedClasses } from './predictedClasses.ts';

/** Which samples of a set: those of a cell of the confusion matrix, or all that are wrong. */
export type SampleChoice = { readonly actual: number; readonly predicted: number } | 'wrong';

/** A sample by its index in the set, and how it was judged. */
export interface JudgedSample {
  readonly index: number;
  readonly label: number;
  readonly predicted: number;
  /** −ln of the probability of its class; infinite where that is 0 or no number. */
  readonly loss: number;
}

/** The chosen samples, the one with the largest loss first; `probabilities`: n×K, row-major. */
export function worstSamples(
  labels: Uint8Array,
  probabilities: Float32Array,
  choice: SampleChoice,
  options: EvaluationOptions = {},
): JudgedSample[] {
  const classes = probabilities.length / labels.length;
  if (!Number.isInteger(classes)) return [];
  const predictions = predictedClasses(probabilities, classes, options);
  const chosen: JudgedSample[] = [];
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] ?? 0;
    const predicted = predictions[index] ?? 0;
    const isChosen =
      choice === 'wrong'
        ? predicted !== label
        : label === choice.actual && predicted === choice.predicted;
    if (!isChosen) continue;
    const loss = -Math.log(probabilities[index * classes + label] ?? 0);
    chosen.push({ index, label, predicted, loss: Number.isNaN(loss) ? Infinity : loss });
  }
  return chosen.sort((a, b) => descending(a.loss, b.loss) || a.index - b.index);
}

/** Infinity − Infinity would be no number. */
function descending(a: number, b: number): number {
  return a === b ? 0 : b - a;
}
