import { addSeed, combineSeeds, createRandom } from './random.ts';

const orderStream = 1;

/**
 * The order in which an epoch visits the samples: a pure function of seed and epoch, so that every
 * engine uses the same order. Shuffle: Fisher and Yates, in the form of Durstenfeld (1964).
 */
export function epochOrder(seed: number, epoch: number, size: number): Uint32Array {
  const random = createRandom(orderSeed(orderSource(seed), epoch));
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  for (let last = size - 1; last > 0; last--) {
    const chosen = random.integer(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[chosen] ?? 0;
    order[chosen] = kept;
  }
  return order;
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
