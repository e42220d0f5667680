import type { RecipeChoice } from './configuration.ts';
import { makeSampleSets } from './datasets/makeSampleSets.ts';
import type { Samples, SetName } from './samples.ts';
import type { Scaling } from './scaling/scaling.ts';

/** Samples that a recipe draws. */
export interface RecipeSource {
  readonly kind: 'recipe';
  readonly recipe: RecipeChoice;
}

/** Samples of one's own: drawn, edited or read from a file. */
export interface OwnSource {
  readonly kind: 'own';
  /** What the screen calls them: a file's name, or "Moon, edited". */
  readonly name: string;
  /** Scaled, where there is a scaling. */
  readonly samples: Readonly<Record<SetName, Samples>>;
  /** What was done to x and y of a file; plot and saved model speak of them as the file has them. */
  readonly scaling?: Scaling | undefined;
  /** The recipe whose samples they were before they were edited. */
  readonly edited?: RecipeChoice | undefined;
  /** K, where no sample may have the last classes; else it follows from the labels. */
  readonly classes?: number | undefined;
  /** What was recognised in their file. */
  readonly description?: string | undefined;
}

/** Where the samples of an experiment come from. */
export type SampleSource = RecipeSource | OwnSource;

/** Both sets of a source. Throws a RangeError for a recipe that is not in the table. */
export function samplesOf(source: SampleSource): Readonly<Record<SetName, Samples>> {
  return source.kind === 'own' ? source.samples : makeSampleSets(source.recipe);
}
