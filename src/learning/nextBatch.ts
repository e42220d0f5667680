import type { Progress } from './engine.ts';

/** The samples of one step: order[first] … order[first + count − 1] of the epoch's order. */
export interface Batch {
  readonly epoch: number;
  readonly first: number;
  readonly count: number;
  /** Where training stands after the step. */
  readonly after: Progress;
}

/**
 * What the next step takes. The last step of an epoch takes what is left of it. Should fewer samples
 * have been loaded than the epoch had already used, the next epoch begins.
 */
export function nextBatch(progress: Progress, size: number, batchSize: number): Batch {
  const overrun = progress.position >= size;
  const epoch = overrun ? progress.epoch + 1 : progress.epoch;
  const first = overrun ? 0 : progress.position;
  const count = Math.min(batchSize, size - first);
  const end = first + count;
  const ended = end === size;
  const after = {
    step: progress.step + 1,
    epoch: ended ? epoch + 1 : epoch,
    position: ended ? 0 : end,
    updates: progress.updates + 1,
  };
  return { epoch, first, count, after };
}
