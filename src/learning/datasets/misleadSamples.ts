import { combineSeeds, createRandom } from '../random.ts';
import type { Samples } from '../samples.ts';
import type { Dataset } from './dataset.ts';
import { roundCoordinate } from './roundCoordinate.ts';

/** Shares of the samples that mislead a learner, 0 to 1. */
export interface Misleading {
  /** Of samples that have the label of another class. */
  readonly labelNoise: number;
  /** Of samples that are anywhere in a square twice as wide as the shape, whatever their class. */
  readonly outliers: number;
}

const stream = 13;
const outlierRange = 2;

/**
 * Gives some samples another place or another label, in place. The choice of samples does not
 * depend on the shares: more of them mislead with a larger share, and those of before still do.
 */
export function misleadSamples(
  { points, labels }: Samples,
  { centre, radius, classes }: Dataset,
  { labelNoise, outliers }: Misleading,
  seed: number,
): void {
  if (labelNoise === 0 && outliers === 0) return;
  const random = createRandom(combineSeeds(seed, stream));
  const reach = outlierRange * radius;
  labels.forEach((label, i) => {
    // The same number of draws for each sample.
    const [place, across, up] = [random.uniform(), random.uniform(), random.uniform()];
    const [flip, step] = [random.uniform(), random.integer(classes - 1)];
    if (place < outliers) {
      points[2 * i] = roundCoordinate(centre.x + reach * (2 * across - 1));
      points[2 * i + 1] = roundCoordinate(centre.y + reach * (2 * up - 1));
    }
    if (flip < labelNoise) labels[i] = (label + 1 + step) % classes;
  });
}
