/** A seeded source of random numbers; the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 random bits. */
  uniform(): number;
  /** Standard normal deviate, mean 0 and variance 1. */
  normal(): number;
  /** Uniform integer in [0, limit). */
  integer(limit: number): number;
}

/**
 * Mixes a 32-bit integer so that each input bit reaches each output bit.
 * Source: Chris Wellons, "Prospecting for Hash Functions" (2018), the function lowbias32.
 */
export function mixBits(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** One seed from several integers, for streams that must not repeat each other. */
export function combineSeeds(...seeds: readonly number[]): number {
  return seeds.reduce((combined, seed) => addSeed(combined, seed), 0x9e3779b9);
}

/** `combineSeeds` of one more integer: `combined` is its result for the integers before. */
export function addSeed(combined: number, seed: number): number {
  return mixBits(combined ^ mixBits(seed + 0x85ebca6b));
}

/**
 * Generator: sfc32 by Chris Doty-Humphrey (PractRand), 128 bits of state, period at least 2^32.
 * Normal deviates: the polar method of Marsaglia and Bray (1964).
 */
export function createRandom(seed: number): Random {
  const first = mixBits(seed) | 0;
  const second = mixBits(first + 0x9e3779b9) | 0;
  const third = mixBits(second + 0x9e3779b9) | 0;
  // An array, because V8 allocates a box for every change of a variable of 32 bits.
  const state = Int32Array.of(first, second, third, 1);
  let spareNormal: number | undefined;

  function next(): number {
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const output = ((state[0] ?? 0) + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + output;
    state[3] = counter + 1;
    return output >>> 0;
  }

  function uniform(): number {
    return next() / 2 ** 32;
  }

  function normal(): number {
    if (spareNormal !== undefined) {
      const spare = spareNormal;
      spareNormal = undefined;
      return spare;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spareNormal = y * scale;
      return x * scale;
    }
  }

  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return { uniform, normal, integer: (limit) => Math.floor(uniform() * limit) };
}
