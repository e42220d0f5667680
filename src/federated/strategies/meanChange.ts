import type { ClientUpdate } from './strategy.ts';
import { weightedMean } from './weightedMean.ts';

/** Δ: the mean of the changes, weighted by the numbers of samples. */
export function meanChange(updates: readonly ClientUpdate[]): Float64Array {
  return weightedMean(updates.map(({ change, samples }) => ({ vector: change, weight: samples })));
}

/** The mean of the changes with one weight for all, which no client can raise. */
export function plainMean(updates: readonly ClientUpdate[]): Float64Array {
  return weightedMean(updates.map(({ change }) => ({ vector: change, weight: 1 })));
}
