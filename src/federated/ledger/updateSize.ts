import type { Encoding } from '../encodings/encoding.ts';
import type { Layout } from '../layout.ts';
import { headerBytes } from '../wire/frame.ts';

/** A sample as it would be sent: two coordinates in single precision and a byte for its class. */
export const sampleBytes = 9;

/** What one update of a device is on the wire. */
export interface UpdateSize {
  readonly bytes: number;
  /** Numbers of the network in it. */
  readonly numbers: number;
}

/** @param vectors 1, or 2 with SCAFFOLD. */
export function updateSize(encoding: Encoding, layout: Layout, vectors: number): UpdateSize {
  return {
    bytes: headerBytes + vectors * encoding.size(layout),
    numbers: vectors * encoding.numbers(layout),
  };
}

/** The fewest new samples that together are more bytes than an update: 49 for 440 bytes. */
export function breakEven({ bytes }: UpdateSize): number {
  return Math.floor(bytes / sampleBytes) + 1;
}
