import type { WebglDevice } from './device.ts';
import { quadsFor } from './glsl.ts';
import { type Quads, release, uploadList } from './quads.ts';

/**
 * The place of a mini-batch: its epoch, its first index in the order, and the size of mini-batches.
 */
export interface BatchPlace {
  readonly epoch: number;
  readonly first: number;
  readonly batchSize: number;
}

/**
 * The order of an epoch on the graphics processor, from one mini-batch to the last, each padded to
 * a whole quad.
 */
export class EpochOrderList {
  readonly texture: Quads;
  readonly #device: WebglDevice;
  readonly #start: BatchPlace;

  constructor(device: WebglDevice, order: Uint32Array, start: BatchPlace) {
    this.#device = device;
    this.#start = start;
    const { first, batchSize } = start;
    const width = 4 * quadsFor(batchSize);
    const list = new Float32Array(Math.ceil((order.length - first) / batchSize) * width);
    for (let i = first, row = 0; i < order.length; i += batchSize, row++) {
      list.set(order.subarray(i, i + batchSize), row * width);
    }
    this.texture = uploadList(device, list);
  }

  /** Whether that mini-batch is in the list. */
  holds({ epoch, first, batchSize }: BatchPlace): boolean {
    const start = this.#start;
    const ahead = first - start.first;
    const same = epoch === start.epoch && batchSize === start.batchSize;
    return same && ahead >= 0 && ahead % batchSize === 0;
  }

  /** First quad of the mini-batch that begins at that index of the order. */
  quadOf(first: number): number {
    const { batchSize } = this.#start;
    return ((first - this.#start.first) / batchSize) * quadsFor(batchSize);
  }

  dispose(): void {
    release(this.#device, this.texture);
  }
}
