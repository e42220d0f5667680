import { combineSeeds, mixBits } from './random.ts';

const dropoutStream = 2;

/** Seed of the mask of one hidden layer (0 = first) in one step (0 = first). 32 bits. */
export function dropoutSeed(seed: number, step: number, layer: number): number {
  return combineSeeds(seed, dropoutStream, step, layer);
}

/**
 * Whether a unit is kept for a row of the mini-batch. A hash instead of a stream of random numbers,
 * so that a graphics processor comes to the same mask: row < 2^16, unit < 2^16.
 */
export function keepsUnit(layerSeed: number, row: number, unit: number, dropout: number): boolean {
  const bits = mixBits((layerSeed ^ ((row << 16) | unit)) >>> 0);
  return bits >>> 8 >= Math.floor(dropout * 2 ** 24);
}
