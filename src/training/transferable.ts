/** The buffers of these arrays, to be transferred instead of copied. */
export function buffersOf(...arrays: readonly Float32Array[]): ArrayBuffer[] {
  return arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}
