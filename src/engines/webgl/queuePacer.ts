import type { WebglDevice } from './device.ts';
import { type Fence, raiseFence, waitForFence } from './fence.ts';

/** The least and the most time between two fences, in milliseconds. */
const shortest = 4;
const longest = 12;

/**
 * Keeps the queue of the graphics processor short: after a group of steps it waits until the group
 * before is done, so that at most two groups are in the queue and other programs get their turn.
 */
export class QueuePacer {
  readonly #device: WebglDevice;
  #groupSize = 1;
  #steps = 0;
  #since = 0;
  #fence: Fence | undefined;

  constructor(device: WebglDevice) {
    this.#device = device;
  }

  /** Counts a step. True if it is time to wait. */
  step(): boolean {
    this.#steps++;
    return this.#steps >= this.#groupSize;
  }

  async wait(): Promise<void> {
    const fence = raiseFence(this.#device);
    if (this.#fence) await waitForFence(this.#device, this.#fence);
    this.#fence = fence;
    const now = performance.now();
    if (now - this.#since < shortest) this.#groupSize *= 2;
    else if (now - this.#since > longest) this.#groupSize = Math.max(1, this.#groupSize >> 1);
    this.#since = now;
    this.#steps = 0;
  }

  /** Resolves when all steps are done. */
  async rest(): Promise<void> {
    this.#fence = undefined;
    this.#steps = 0;
    await waitForFence(this.#device);
  }
}
