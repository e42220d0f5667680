import { stepsPerEpoch } from '../../learning/batches.ts';
import type { Progress } from '../../learning/engine.ts';

/** Steps from there to the end of that epoch, at least 0; Infinity for Infinity. `size`: training samples. */
export function stepsToEpoch(
  epoch: number,
  { epoch: finished, position }: Progress,
  size: number,
  batchSize: number,
): number {
  const wholeEpochs = epoch - finished - 1;
  const steps =
    stepsPerEpoch(size - position, batchSize) + wholeEpochs * stepsPerEpoch(size, batchSize);
  return Math.max(0, steps);
}

/** Epochs so far, with the fraction of the running one. */
export function epochsDone({ epoch, position }: Progress, size: number): number {
  return epoch + position / size;
}
