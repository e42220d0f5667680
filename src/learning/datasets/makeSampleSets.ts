import type { Samples, SetName } from '../samples.ts';
import { datasetNamed } from './datasets.ts';
import { drawSampleSets, type SampleSetSizes } from './drawSampleSets.ts';

/** A data set and what is drawn of it; what is left out is as the data set wants it. */
export interface RecipeDraw extends SampleSetSizes {
  /** Name in the table of data sets. */
  readonly set: string;
}

/** Both sets of a choice. Throws a RangeError for an unknown data set. */
export function makeSampleSets(choice: RecipeDraw): Readonly<Record<SetName, Samples>> {
  return drawSampleSets(datasetNamed(choice.set), choice);
}
