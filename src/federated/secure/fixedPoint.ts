/** Numbers are limited to ±range and become whole numbers from 0 to levels. */
const range = 8;
const levels = 2 ** 22;

/** Clients whose sum does not wrap around 2^32. */
export const mostClients = 2 ** 32 / levels - 1;

/** Whole numbers whose sum modulo 2^32 can be taken; the error is at most 8 / 2^22 ≈ 1.9e-6. */
export function toFixedPoint(vector: ArrayLike<number>): Uint32Array {
  return Uint32Array.from(vector, (value) => {
    const limited = Math.max(-range, Math.min(range, value));
    return Math.round(((limited + range) / (2 * range)) * levels);
  });
}

/** The mean of the vectors whose fixed-point sum this is. */
export function meanFromSum(sum: Uint32Array, clients: number): Float64Array {
  return Float64Array.from(sum, (value) => (value / clients / levels) * 2 * range - range);
}
