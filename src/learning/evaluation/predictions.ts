import { negativeLogLikelihood } from '../negativeLogLikelihood.ts';
import { confusionMatrix } from './confusionMatrix.ts';
import {
  defaultPositiveClass,
  defaultThreshold,
  type EvaluationOptions,
} from './evaluationOptions.ts';
import { predictedClasses } from './predictedClasses.ts';
import { rankByProbability } from './rankByProbability.ts';

/** What a network predicted for a set. Counts are made when first read, once for all metrics. */
export class Predictions {
  readonly samples: number;
  readonly classes: number;
  readonly positiveClass: number;
  readonly threshold: number;
  /** n×K, row-major. */
  readonly probabilities: Float32Array;
  readonly labels: Uint8Array;
  /** Samples of each class. */
  readonly actual: Uint32Array;
  /** See `EvaluationOptions`. */
  readonly loss: number | undefined;
  #confusion: Uint32Array | undefined;
  #predicted: Uint32Array | undefined;
  #ranking: Uint32Array | undefined;

  /**
   * @param probabilities n×K, row-major.
   * @param labels n classes below K.
   * @throws RangeError for sizes that do not match and for a label or positive class beyond K.
   */
  constructor(
    probabilities: Float32Array,
    labels: Uint8Array,
    classes: number,
    options: EvaluationOptions = {},
  ) {
    const { positiveClass = defaultPositiveClass, threshold = defaultThreshold, loss } = options;
    checkSizes(probabilities, labels, classes);
    checkPositiveClass(positiveClass, classes);
    this.samples = labels.length;
    this.classes = classes;
    this.positiveClass = positiveClass;
    this.threshold = threshold;
    this.loss = loss;
    this.probabilities = probabilities;
    this.labels = labels;
    this.actual = countLabels(labels, classes);
  }

  /** K×K, row-major: rows actual, columns predicted. Undecided samples are in no column. */
  get confusion(): Uint32Array {
    if (this.#confusion === undefined) {
      const predicted = predictedClasses(this.probabilities, this.classes, this);
      this.#confusion = confusionMatrix(this.labels, predicted, this.classes);
    }
    return this.#confusion;
  }

  /** Samples predicted as each class. */
  get predicted(): Uint32Array {
    return (this.#predicted ??= columnSums(this.confusion, this.classes));
  }

  /** Samples whose probabilities are not all finite. They count as wrong. */
  get undecided(): number {
    return this.predicted.reduce((rest, count) => rest - count, this.samples);
  }

  /** Samples predicted as their actual class. */
  get correct(): number {
    let sum = 0;
    for (let c = 0; c < this.classes; c++) sum += this.truePositives(c);
    return sum;
  }

  /** The mean of −ln p(actual class): the loss that is known, else from the probabilities. */
  get logLoss(): number {
    return this.loss ?? negativeLogLikelihood(this.probabilities, this.labels);
  }

  /** See `rankByProbability`; empty if any sample is undecided. */
  get ranking(): Uint32Array {
    return (this.#ranking ??=
      this.undecided > 0
        ? new Uint32Array()
        : rankByProbability(this.probabilities, this.labels, this.positiveClass));
  }

  /** Samples of a class that are predicted as it. */
  truePositives(ofClass: number): number {
    return this.confusion[ofClass * this.classes + ofClass] ?? 0;
  }

  /** Samples of other classes that are predicted as this one. */
  falsePositives(ofClass: number): number {
    return (this.predicted[ofClass] ?? 0) - this.truePositives(ofClass);
  }

  /** Samples of a class that are not predicted as it, undecided ones among them. */
  falseNegatives(ofClass: number): number {
    return (this.actual[ofClass] ?? 0) - this.truePositives(ofClass);
  }

  /** Samples of other classes that are not predicted as this one, undecided ones among them. */
  trueNegatives(ofClass: number): number {
    const others = this.samples - (this.actual[ofClass] ?? 0);
    return others - this.falsePositives(ofClass);
  }
}

function checkSizes(probabilities: Float32Array, labels: Uint8Array, classes: number): void {
  const { length } = probabilities;
  if (length === labels.length * classes) return;
  throw new RangeError(
    `evaluation: expected ${labels.length}×${classes} probabilities, got ${length}`,
  );
}

function checkPositiveClass(positiveClass: number, classes: number): void {
  if (Number.isInteger(positiveClass) && positiveClass >= 0 && positiveClass < classes) return;
  throw new RangeError(`positive class: expected 0 to ${classes - 1}, got ${positiveClass}`);
}

function countLabels(labels: Uint8Array, classes: number): Uint32Array {
  const counts = new Uint32Array(classes);
  for (const label of labels) {
    if (label >= classes) {
      throw new RangeError(`evaluation: expected labels from 0 to ${classes - 1}, got ${label}`);
    }
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}

function columnSums(matrix: Uint32Array, classes: number): Uint32Array {
  const sums = new Uint32Array(classes);
  matrix.forEach((count, i) => {
    sums[i % classes] = (sums[i % classes] ?? 0) + count;
  });
  return sums;
}
