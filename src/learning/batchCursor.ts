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
  /** Samples in the training set. */
  #size = 0;

  get progress(): Progress {
    return {
      step: this.step,
      epoch: this.#epoch,
      position: this.#position,
      updates: this.updates,
    };
  }

  /** A position beyond the training set counts as the end of that epoch. */
  set progress({ step, epoch, position, updates }: Progress) {
    this.step = step;
    this.updates = updates;
    this.#epoch = epoch;
    this.#position = position;
    if (position >= this.#size) this.#endEpoch();
  }

  /** Another training set, of that size: an epoch that is under way ends. */
  load(size: number): void {
    this.#size = size;
    this.#endEpoch();
  }

  /** The last mini-batch of an epoch takes what is left of it. */
  take(batchSize: number): void {
    this.epoch = this.#epoch;
    this.first = this.#position;
    this.count = Math.min(batchSize, this.#size - this.first);
  }

  /** Moves on after the step with this mini-batch. */
  leave(): void {
    this.#position = this.first + this.count;
    if (this.#position === this.#size) this.#endEpoch();
    this.step++;
    this.updates++;
  }

  /** An epoch of which no sample has been used has not begun, and cannot end. */
  #endEpoch(): void {
    if (this.#position === 0) return;
    this.#epoch++;
    this.#position = 0;
  }
}
