import type { Samples } from '../samples.ts';
import type { ParsedSample } from './parseSample.ts';

/** Samples in a block: each has room for twice as many as the one before, up to 576 kB. */
const smallestBlock = 256;
const largestBlock = 65_536;

function newBlock(size: number): Samples {
  return { points: new Float32Array(2 * size), labels: new Uint8Array(size) };
}

/** Samples that come one by one, in blocks of typed arrays, 9 bytes a sample. */
export class SampleList {
  readonly #full: Samples[] = [];
  #last: Samples;
  /** Samples in the last block. */
  #count = 0;
  #length = 0;

  /** @param room samples that will come; with more than that, all are copied in the end. */
  constructor(room = 0) {
    this.#last = newBlock(Math.max(smallestBlock, room));
  }

  get length(): number {
    return this.#length;
  }

  add({ label, x, y }: ParsedSample): void {
    const room = this.#last.labels.length;
    if (this.#count === room) {
      this.#full.push(this.#last);
      this.#last = newBlock(Math.min(largestBlock, 2 * room));
      this.#count = 0;
    }
    this.#last.points[2 * this.#count] = x;
    this.#last.points[2 * this.#count + 1] = y;
    this.#last.labels[this.#count] = label;
    this.#count++;
    this.#length++;
  }

  /** All samples; the list takes no more. */
  toSamples(): Samples {
    const rest = {
      points: this.#last.points.subarray(0, 2 * this.#count),
      labels: this.#last.labels.subarray(0, this.#count),
    };
    if (this.#full.length === 0 && this.#count > largestBlock) return rest;
    const { points, labels } = newBlock(this.#length);
    let first = 0;
    for (const block of [...this.#full, rest]) {
      points.set(block.points, 2 * first);
      labels.set(block.labels, first);
      first += block.labels.length;
    }
    return { points, labels };
  }
}
