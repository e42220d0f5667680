import type { RecipeChoice } from '../configuration.ts';
import { combineSeeds } from '../random.ts';
import type { Samples, SetName } from '../samples.ts';
import { datasetNamed } from './datasets.ts';
import { makeSamples } from './makeSamples.ts';

const streams: Readonly<Record<SetName, number>> = { training: 11, evaluation: 12 };

/** Both sets of a choice, drawn from two streams of its seed. Throws for an unknown data set. */
export function makeSampleSets(choice: RecipeChoice): Readonly<Record<SetName, Samples>> {
  const dataset = datasetNamed(choice.set);
  const draw = (set: SetName) =>
    makeSamples(dataset, choice[set], combineSeeds(choice.seed, streams[set]));
  return { training: draw('training'), evaluation: draw('evaluation') };
}
