import { lowerRate } from '../../learning/lowerRate.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';

/** What a learner may do, given a lower rate: a clause. */
export type Advice = (lowerRate: number) => string;

const goBack: Advice = (lowerRate) => `go back to the last good state and try ${lowerRate}`;

/** Larger coordinates are the likelier cause; data are usually within ±20. */
const largestUsual = 100;

/**
 * Why training stopped at a loss that is not finite, with the likely cause: full sentences.
 * @param largest of the training set's coordinates; see `largestCoordinate`.
 */
export function divergenceReason(
  training: TrainingSpecification,
  step: number,
  largest: number,
  advice = goBack,
): string {
  return (
    `Training has diverged: by step ${step} the loss is no longer a finite number. ` +
    `The likely cause is that ${likelyCause(training, largest, advice)}.`
  );
}

/** The largest distance of a coordinate from 0. */
export function largestCoordinate(points: Float32Array): number {
  return points.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

function likelyCause({ rate }: TrainingSpecification, largest: number, advice: Advice): string {
  if (largest > largestUsual) {
    return `the coordinates are as large as ${rounded(largest)}; scale them to about 1`;
  }
  const tooHigh = `the learning rate of ${rate} is too high here`;
  const lower = lowerRate(rate);
  if (lower === undefined) return `${tooHigh}, and it is the lowest; try a smaller network`;
  return `${tooHigh}; ${advice(lower)}`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
