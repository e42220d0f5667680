import type { RecipeChoice } from '../configuration.ts';
import type { Samples, SetName } from '../samples.ts';
import { datasetNamed } from './datasets.ts';
import { drawSampleSets } from './drawSampleSets.ts';

/** Both sets of a choice. Throws a RangeError for an unknown data set. */
export function makeSampleSets(choice: RecipeChoice): Readonly<Record<SetName, Samples>> {
  return drawSampleSets(datasetNamed(choice.set), choice);
}
