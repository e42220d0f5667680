import type { Vector } from '../../learning/updaters/updater.ts';
import type { Layout } from '../layout.ts';

/** How a vector with one number per parameter becomes bytes; all numbers are little-endian. */
export interface Encoding {
  readonly name: string;
  readonly label: string;
  /** Its number in a frame. */
  readonly code: number;
  /** One sentence for the learner. */
  readonly meaning: string;
  /** How many of its numbers an encoded vector holds. */
  readonly numbers: (layout: Layout) => number;
  /** The length of an encoded vector in bytes. */
  readonly size: (layout: Layout) => number;
  readonly encode: (vector: Vector, layout: Layout) => Uint8Array;
  /**
   * Undefined for bytes that no vector gives: another length than `size`, a number that is not
   * finite, an index that is out of range or not above the one before.
   */
  readonly decode: (bytes: Uint8Array, layout: Layout) => Float32Array | undefined;
}

/** A view of bytes for numbers of several bytes. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The vector where all its numbers are finite. */
export function ifFinite(vector: Float32Array): Float32Array | undefined {
  for (let i = 0; i < vector.length; i++) {
    if (!Number.isFinite(vector[i])) return undefined;
  }
  return vector;
}
