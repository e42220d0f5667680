import { writeSamples } from '../learning/csv/writeSamples.ts';
import type { Dataset } from '../learning/datasets/dataset.ts';
import { linear } from '../learning/datasets/linear.ts';
import { makeSampleSets } from '../learning/datasets/makeSampleSets.ts';
import { moon } from '../learning/datasets/moon.ts';
import { saturn } from '../learning/datasets/saturn.ts';

/** A file in data/. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
}

/** The article's three data sets in its sizes, as the page draws them for seed 123. */
export function dataFiles(): DataFile[] {
  return [linear, moon, saturn].flatMap(filesOf);
}

function filesOf({ name, training, evaluation }: Dataset): DataFile[] {
  const sets = makeSampleSets({ set: name, training, evaluation, seed: 123 });
  return [
    { name: `${name}-train.csv`, text: writeSamples(sets.training) },
    { name: `${name}-eval.csv`, text: writeSamples(sets.evaluation) },
  ];
}
