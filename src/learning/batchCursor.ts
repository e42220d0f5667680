import type { Progress } from './engine.ts';

/**
 * Goes from mini-batch to mini-batch: `take` one, make the step, `leave` it. It changes in place, so
 * that a step allocates nothing.
 */
export class BatchCursor {
  /** Steps made so far. */
  step = 0;
  /** Steps made since the updater's state was all zero. */
  updates = 0;
  /** The current mini-batch: order[first] … order[first + count − 1] of the order of its epoch. */
  epoch = 0;
  first = 0;
  count = 0;
  /** Where the next mini-batch begins. */
  #epoch = 0;
  #position = 0;
  #size = 0;

  get progress(): Progress {
    return {
      step: this.step,
      epoch: this.#epoch,
      position: this.#position,
      updates: this.updates,
    };
  }

  set progress({ step, epoch, position, updates }: Progress) {
    this.step = step;
    this.updates = updates;
    this.#epoch = epoch;
    this.#position = position;
  }

  /**
   * Chooses the next mini-batch of a training set with `size` samples. The last one of an epoch takes
   * the rest. If the epoch has already used more samples than the set now holds, the next epoch
   * begins.
   */
  take(size: number, batchSize: number): void {
    const overrun = this.#position >= size;
    this.epoch = overrun ? this.#epoch + 1 : this.#epoch;
    this.first = overrun ? 0 : this.#position;
    this.count = Math.min(batchSize, size - this.first);
    this.#size = size;
  }

  /** Moves on after the step with this mini-batch. */
  leave(): void {
    const end = this.first + this.count;
    const ended = end === this.#size;
    this.#epoch = ended ? this.epoch + 1 : this.epoch;
    this.#position = ended ? 0 : end;
    this.step++;
    this.updates++;
  }
}
