import { stepsPerEpoch } from '../../learning/batches.ts';
import type { Progress } from '../../learning/engine.ts';

/** Steps left in the running epoch, of a training set of that size; at an epoch's start all of it. */
export function stepsToEpochEnd({ position }: Progress, size: number, batchSize: number): number {
  return stepsPerEpoch(size - position, batchSize);
}

/** Steps left until so many epochs are finished; Infinity for Infinity. */
export function stepsToEpoch(
  epoch: number,
  progress: Progress,
  size: number,
  batchSize: number,
): number {
  const wholeEpochs = epoch - progress.epoch - 1;
  return stepsToEpochEnd(progress, size, batchSize) + wholeEpochs * stepsPerEpoch(size, batchSize);
}
