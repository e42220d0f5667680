import { className } from '../../learning/classes.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import { predictedClass } from '../../learning/evaluation/predictedClasses.ts';
import type { SetName } from '../../learning/samples.ts';
import { nearestSample } from '../drawing/nearestSample.ts';
import type { PredictedSet, WrongSamples } from '../evaluation/wrongSamples.svelte.ts';

/** A sample that is shown, and what the network predicts of it. */
export interface FoundSample extends Point {
  readonly set: SetName;
  /** In its set. */
  readonly index: number;
  readonly label: number;
  readonly predicted: number;
  /** Of the predicted class. */
  readonly probability: number;
  readonly isWrong: boolean;
}

/** Finds samples in the plot: the nearest to a place, and those that are wrong, one after another. */
export class SampleFinder {
  readonly #wrong: WrongSamples;

  constructor(wrong: WrongSamples) {
    this.#wrong = wrong;
  }

  /** The sample nearest to a place, within reach in data units; undefined where there is none. */
  nearest(place: Point, reach: number): FoundSample | undefined {
    const sets = this.#wrong.shown;
    const nearest = nearestSample(sets, place, reach);
    const set = sets.find((each) => each.set === nearest?.set);
    return nearest && set && this.#found(set, nearest.index);
  }

  /** The samples that are wrong, the least sure of them first. */
  wrongOnes(): readonly FoundSample[] {
    return this.#wrong.shown
      .flatMap((set) => Array.from(set.samples.labels, (_, index) => this.#found(set, index)))
      .filter(({ isWrong }) => isWrong)
      .sort((a, b) => a.probability - b.probability);
  }

  #found({ set, samples, probabilities }: PredictedSet, index: number): FoundSample {
    const label = samples.labels[index] ?? 0;
    const classes = probabilities.length / samples.labels.length;
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    const predicted = predictedClass(row, this.#wrong.decision);
    return {
      set,
      index,
      x: samples.points[2 * index] ?? NaN,
      y: samples.points[2 * index + 1] ?? NaN,
      label,
      predicted,
      probability: row[predicted] ?? NaN,
      isWrong: predicted !== label,
    };
  }
}

/** `is blue, predicted red (0.77), wrong` */
export function sampleWords({ label, predicted, probability, isWrong }: FoundSample): string {
  const chance = Number.isFinite(probability) ? ` (${probability.toFixed(2)})` : '';
  const result = isWrong ? 'wrong' : 'right';
  return `is ${className(label)}, predicted ${className(predicted)}${chance}, ${result}`;
}
