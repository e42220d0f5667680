import type { Progress } from './engine.ts';

/**
 * Goes from mini-batch to mini-batch: `take` one, make the step, `leave` it. It changes in place, so
 * that a step need not allocate.
 */
export class BatchCursor {
  /** Steps made, and those since the updater's state was all zero. */
  step = 0;
  updates = 0;
  /** The mini-batch taken: order[first] … order[first + count − 1] of the order of that epoch. */
  epoch = 0;
  first = 0;
  count = 0;
  /** Where the next one begins. */
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
   * Of a training set of that size. The last mini-batch of an epoch takes what is left of it. Should
   * fewer samples have been loaded than the epoch had already used, the next epoch begins.
   */
  take(size: number, batchSize: number): void {
    const overrun = this.#position >= size;
    this.epoch = overrun ? this.#epoch + 1 : this.#epoch;
    this.first = overrun ? 0 : this.#position;
    this.count = Math.min(batchSize, size - this.first);
    this.#size = size;
  }

  /** The step was made. */
  leave(): void {
    const end = this.first + this.count;
    const ended = end === this.#size;
    this.#epoch = ended ? this.epoch + 1 : this.epoch;
    this.#position = ended ? 0 : end;
    this.step++;
    this.updates++;
  }
}
