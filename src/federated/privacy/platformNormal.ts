/** Fills bytes from a generator that nobody can predict, as `crypto.getRandomValues` does. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * Standard normal deviates from a generator of bytes.
 * Source: Box and Muller, A Note on the Generation of Random Normal Deviates, 1958.
 */
export function platformNormal(randomBytes: RandomBytes): () => number {
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform(randomBytes)));
    return radius * Math.cos(2 * Math.PI * uniform(randomBytes));
  };
}

/** In [0, 1), 53 bits. */
function uniform(randomBytes: RandomBytes): number {
  const bytes = randomBytes(8);
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return (view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11)) / 2 ** 53;
}
