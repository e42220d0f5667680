import { addSeed, combineSeeds, mixBits } from './random.ts';

const dropoutStream = 2;

/** The number from which all seeds of a network's masks are made. 32 bits. */
export function dropoutSource(seed: number): number {
  return combineSeeds(seed, dropoutStream);
}

/** The seed for the mask of one hidden layer (0 = first) in one step (0 = first). 32 bits. */
export function dropoutSeed(seed: number, step: number, layer: number): number {
  return addSeed(addSeed(dropoutSource(seed), step), layer);
}

/**
 * Whether a unit is kept for a row of the mini-batch. A hash, not a stream of random numbers, so that
 * a graphics processor can compute the same mask: row < 2^16, unit < 2^16.
 */
export function keepsUnit(layerSeed: number, row: number, unit: number, dropout: number): boolean {
  const bits = mixBits((layerSeed ^ ((row << 16) | unit)) >>> 0);
  return bits >>> 8 >= Math.floor(dropout * 2 ** 24);
}
