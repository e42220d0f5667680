import { confusionMatrix } from './confusionMatrix.ts';
import type { EvaluationOptions } from './evaluation.ts';
import { defaultPositiveClass, defaultThreshold, predictedClasses } from './predictedClasses.ts';
import { rankByProbability } from './rankByProbability.ts';

/** What a network said of a set, counted and sorted once for all metrics. */
export interface Predictions {
  readonly samples: number;
  readonly classes: number;
  readonly positiveClass: number;
  readonly threshold: number;
  /** n×K, row-major. */
  readonly probabilities: Float32Array;
  readonly labels: Uint8Array;
  /** K×K, row-major: rows actual, columns predicted. */
  readonly confusion: Uint32Array;
  /** Samples of each class. */
  readonly actual: Uint32Array;
  /** Samples predicted as each class. */
  readonly predicted: Uint32Array;
  /** Samples whose probabilities are not all finite. */
  readonly undecided: number;
  /** See `rankByProbability`; empty if any sample is undecided. */
  readonly ranking: Uint32Array;
}

/**
 * @param probabilities n×K, row-major.
 * @param labels n classes below K.
 * @throws RangeError for sizes that do not match and for a label or positive class beyond K.
 */
export function predictionsOf(
  probabilities: Float32Array,
  labels: Uint8Array,
  classes: number,
  options: EvaluationOptions = {},
): Predictions {
  const { positiveClass = defaultPositiveClass, threshold = defaultThreshold } = options;
  const samples = labels.length;
  if (probabilities.length !== samples * classes) {
    throw new RangeError(
      `evaluation: expected ${samples}×${classes} probabilities, got ${probabilities.length}`,
    );
  }
  if (!Number.isInteger(positiveClass) || positiveClass < 0 || positiveClass >= classes) {
    throw new RangeError(`positive class: expected 0 to ${classes - 1}, got ${positiveClass}`);
  }
  const actual = countLabels(labels, classes);
  const said = predictedClasses(probabilities, classes, { positiveClass, threshold });
  const confusion = confusionMatrix(labels, said, classes);
  const predicted = columnSums(confusion, classes);
  const undecided = predicted.reduce((rest, count) => rest - count, samples);
  const ranking =
    undecided > 0 ? new Uint32Array(0) : rankByProbability(probabilities, labels, positiveClass);
  return {
    ...{ samples, classes, positiveClass, threshold, probabilities, labels },
    ...{ confusion, actual, predicted, undecided, ranking },
  };
}

function countLabels(labels: Uint8Array, classes: number): Uint32Array {
  const counts = new Uint32Array(classes);
  for (const label of labels) {
    if (label >= classes) {
      throw new RangeError(`evaluation: expected labels from 0 to ${classes - 1}, got ${label}`);
    }
    counts[label]++;
  }
  return counts;
}

function columnSums(matrix: Uint32Array, classes: number): Uint32Array {
  const sums = new Uint32Array(classes);
  for (let i = 0; i < matrix.length; i++) sums[i % classes] += matrix[i];
  return sums;
}
