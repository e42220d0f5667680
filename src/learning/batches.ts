import { addSeed, combineSeeds, createRandom } from './random.ts';
import { shuffled } from './shuffled.ts';

const orderStream = 1;

/**
 * The order in which an epoch visits the samples: a pure function of seed and epoch, so that every
 * engine uses the same order.
 */
export function epochOrder(seed: number, epoch: number, size: number): Uint32Array {
  return shuffled(size, createRandom(orderSeed(orderSource(seed), epoch)));
}

/** The number from which all seeds of a network's orders are made. 32 bits. */
export function orderSource(seed: number): number {
  return combineSeeds(seed, orderStream);
}

/** The seed for the shuffle of one epoch. 32 bits. */
export function orderSeed(source: number, epoch: number): number {
  return addSeed(source, epoch);
}

/** Updates in one pass through `size` samples. */
export function stepsPerEpoch(size: number, batchSize: number): number {
  return Math.ceil(size / batchSize);
}
