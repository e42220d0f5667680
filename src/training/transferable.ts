/** The distinct buffers of these arrays, to be transferred instead of copied. */
export function buffersOf(arrays: readonly Float32Array[]): ArrayBuffer[] {
  const buffers = new Set(arrays.map(({ buffer }) => buffer));
  return Array.from(buffers).filter((buffer) => buffer instanceof ArrayBuffer);
}
