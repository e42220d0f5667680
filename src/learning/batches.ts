import { addSeed, combineSeeds, createRandom } from './random.ts';

const orderStream = 1;

/**
 * The order in which an epoch visits the samples: a pure function of seed and epoch, so that every
 * engine walks the same path. Shuffle: Fisher and Yates, in the form of Durstenfeld (1964).
 */
export function epochOrder(seed: number, epoch: number, size: number): Uint32Array {
  const random = createRandom(orderSeed(orderSource(seed), epoch));
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  for (let last = size - 1; last > 0; last--) {
    const chosen = random.integer(last + 1);
    const kept = order[last];
    order[last] = order[chosen];
    order[chosen] = kept;
  }
  return order;
}

/** From which the seeds of all orders of a network come. 32 bits. */
export function orderSource(seed: number): number {
  return combineSeeds(seed, orderStream);
}

/** Seed of the random numbers that shuffle an epoch. 32 bits. */
export function orderSeed(source: number, epoch: number): number {
  return addSeed(source, epoch);
}

/** Updates in one pass through that many samples. */
export function stepsPerEpoch(size: number, batchSize: number): number {
  return Math.ceil(size / batchSize);
}
