import type { Vector } from '../../learning/updaters/updater.ts';
import { addTo } from '../addTo.ts';
import type { Layout } from '../layout.ts';
import type { Encoding } from './encoding.ts';

/**
 * Adds to each vector what the encoding lost of those before it, so that the sum of what was sent
 * and of what is left over is the sum of the vectors.
 * Source: Seide et al., 1-Bit Stochastic Gradient Descent, Interspeech 2014.
 */
export class ErrorFeedback {
  readonly #encoding: Encoding;
  readonly #layout: Layout;
  readonly #residual: Float64Array;

  constructor(encoding: Encoding, layout: Layout) {
    this.#encoding = encoding;
    this.#layout = layout;
    this.#residual = new Float64Array(layout.count);
  }

  /** What has not been sent yet. */
  get residual(): Float64Array {
    return this.#residual.slice();
  }

  /** A vector that is not finite is encoded as it is, and forgotten: its receiver refuses it. */
  encode(vector: Vector): Uint8Array {
    const whole = this.#residual.slice();
    addTo(whole, vector);
    const bytes = this.#encoding.encode(whole, this.#layout);
    const sent = this.#encoding.decode(bytes, this.#layout);
    if (sent) {
      addTo(whole, sent, -1);
      this.#residual.set(whole);
    }
    return bytes;
  }
}
