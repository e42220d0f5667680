import { combineSeeds } from '../random.ts';
import type { Samples, SetName } from '../samples.ts';
import type { Dataset } from './dataset.ts';
import { makeSamples, type SampleVariation } from './makeSamples.ts';

/** How many samples to draw for each set, from which seed, and how they vary. */
export interface SampleSetSizes extends SampleVariation {
  readonly training: number;
  readonly evaluation: number;
  readonly seed: number;
}

const streams: Readonly<Record<SetName, number>> = { training: 11, evaluation: 12 };

/** Both sets of a recipe, from two streams of the seed. */
export function drawSampleSets(
  dataset: Dataset,
  sizes: SampleSetSizes,
): Readonly<Record<SetName, Samples>> {
  const draw = (set: SetName) =>
    makeSamples(dataset, sizes[set], combineSeeds(sizes.seed, streams[set]), sizes);
  return { training: draw('training'), evaluation: draw('evaluation') };
}
