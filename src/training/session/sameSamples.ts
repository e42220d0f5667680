import type { Samples } from '../../learning/samples.ts';

/** Whether both hold the same points with the same labels, in the same order. */
export function sameSamples(a: Samples, b: Samples): boolean {
  return isEqual(a.points, b.points) && isEqual(a.labels, b.labels);
}

function isEqual<List extends Float32Array | Uint8Array>(a: List, b: List): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
