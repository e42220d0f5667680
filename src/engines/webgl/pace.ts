import type { WebglDevice } from './device.ts';
import { type Fence, raiseFence, waitForFence } from './fence.ts';

/** Milliseconds of work between two fences. */
const shortest = 4;
const longest = 12;

/**
 * Keeps the queue of the graphics processor short: after a stretch of steps it waits until the
 * stretch before is done, so that two are in the queue at most and others get their turn.
 */
export class Pace {
  readonly #device: WebglDevice;
  #stretch = 1;
  #steps = 0;
  #since = 0;
  #fence: Fence | undefined;

  constructor(device: WebglDevice) {
    this.#device = device;
  }

  /** Whether it is time to wait. */
  step(): boolean {
    this.#steps++;
    return this.#steps >= this.#stretch;
  }

  async wait(): Promise<void> {
    const fence = raiseFence(this.#device);
    if (this.#fence) await waitForFence(this.#device, this.#fence);
    this.#fence = fence;
    const now = performance.now();
    if (now - this.#since < shortest) this.#stretch *= 2;
    else if (now - this.#since > longest) this.#stretch = Math.max(1, this.#stretch >> 1);
    this.#since = now;
    this.#steps = 0;
  }

  /** Until everything is done. */
  async rest(): Promise<void> {
    this.#fence = undefined;
    this.#steps = 0;
    await waitForFence(this.#device);
  }
}
