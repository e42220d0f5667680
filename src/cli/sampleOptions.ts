import type { RecipeChoice } from '../learning/configuration.ts';
import {
  experimentEnding,
  type KeptExperiment,
} from '../learning/experimentFile/experimentFile.ts';
import { quoted, shownName } from '../learning/quoted.ts';
import { recipeFields } from '../learning/settings/recipeFields.ts';
import { recipeSettings } from '../learning/settings/recipeSettings.ts';
import { stoppingFields } from '../learning/settings/stoppingFields.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { type FileOptions, fileOptions, readFileOptions } from './fileOptions.ts';
import { UsageError } from './usageError.ts';

/** Where the samples of a training run come from: from files, or from a recipe. */
export interface SampleOptions {
  /** As it was given; undefined for a recipe. */
  readonly trainingFile: string | undefined;
  readonly evaluationFile: string | undefined;
  readonly recipe: RecipeChoice | undefined;
  readonly file: FileOptions;
  /** What the training file holds where it is that of a whole experiment. */
  readonly experiment?: KeptExperiment | undefined;
}

const { set } = recipeFields;

/** The option that asks for a recipe; unlike the setting, it has no default. */
export const dataOption: CommandOption = {
  name: set.key,
  value: 'NAME',
  meaning: `Draw the samples of this data set, instead of reading FILE. Expected: one of ${set.choices.map(({ name }) => name).join(', ')}.`,
};

/**
 * The samples that words and options ask for.
 * @param recipe what the options make of the recipe, whether they ask for one or not
 * @throws UsageError
 */
export function readSampleOptions(given: GivenOptions, recipe: RecipeChoice): SampleOptions {
  const options = given.has(set.key) ? drawn(given, recipe) : fromFiles(given);
  requireEvaluation(given, options);
  return options;
}

/** Whether the training file is, by its name, that of a whole experiment. */
export function isExperimentFile({ trainingFile }: Pick<SampleOptions, 'trainingFile'>): boolean {
  return trainingFile?.toLowerCase().endsWith(experimentEnding) ?? false;
}

/** Whether there are samples to evaluate on. */
export function hasEvaluation(options: SampleOptions): boolean {
  const { evaluationFile, file, experiment } = options;
  if (experiment?.source.kind === 'own') {
    return experiment.source.samples.evaluation.labels.length > 0;
  }
  const recipe = experiment?.source.recipe ?? options.recipe;
  return evaluationFile !== undefined || file.share > 0 || (recipe?.evaluation ?? 0) > 0;
}

/** What a set of samples is called in the result. */
export function setNames(options: SampleOptions) {
  const { trainingFile, evaluationFile, recipe, file, experiment } = options;
  if (recipe) {
    const of = (name: string) => `the ${name} set of ${recipe.set}`;
    return { training: of('training'), evaluation: of('evaluation') };
  }
  const training = shownName(trainingFile ?? '');
  if (file.share > 0 || experiment) {
    return {
      training: `the training set of ${training}`,
      evaluation: `the evaluation set of ${training}`,
    };
  }
  return { training, evaluation: shownName(evaluationFile ?? '') };
}

function drawn(given: GivenOptions, recipe: RecipeChoice): SampleOptions {
  if (given.words.length > 0) {
    throw new UsageError(
      `--${set.key}: expected no file beside it, because the data set gives the samples, got ${listed(given.words)}.`,
    );
  }
  if (given.has('eval')) {
    throw new UsageError(
      `--eval: expected no file beside --${set.key}; --evaluation says how many samples to evaluate on.`,
    );
  }
  const stray = fileOptions.find(({ name }) => given.has(name));
  if (stray) {
    throw new UsageError(
      `--${stray.name}: expected a file, which it is about, instead of --${set.key}.`,
    );
  }
  return {
    trainingFile: undefined,
    evaluationFile: undefined,
    recipe,
    file: readFileOptions(given),
  };
}

function fromFiles(given: GivenOptions): SampleOptions {
  const stray = recipeSettings.find(({ key }) => given.has(key));
  if (stray) {
    throw new UsageError(
      `--${stray.key}: expected --${set.key} NAME as well, whose samples it sets.`,
    );
  }
  const { words } = given;
  const file = words.at(0);
  if (file === undefined || file === '' || words.length !== 1) {
    throw new UsageError(
      `train: expected one file of samples, such as data/linear-train.csv, got ${listed(words)}.`,
    );
  }
  if (given.has('eval') && given.has('share')) {
    throw new UsageError('--share: expected no --eval beside it, which names the evaluation set.');
  }
  return {
    trainingFile: file,
    evaluationFile: given.text('eval'),
    recipe: undefined,
    file: readFileOptions(given),
  };
}

/** Of words too many, as many are repeated. */
const listedWords = 3;

/** The first of the words, quoted, and how many more there are. */
export function listed(words: readonly string[]): string {
  const others = words.length > listedWords ? ` and ${words.length - listedWords} more` : '';
  const some = words.slice(0, listedWords).map((word) => quoted(word));
  return `${some.join(', ') || 'none'}${others}`;
}

/** The options that use the evaluation set, and what for. */
const usesOfEvaluation: readonly (readonly [name: string, use: string])[] = [
  ['predictions', 'whose samples are predicted'],
  [stoppingFields.loss.key, 'whose loss is watched'],
  [stoppingFields.accuracy.key, 'on which the accuracy is measured'],
  [stoppingFields.plateau.key, 'whose loss is watched'],
];

function requireEvaluation(given: GivenOptions, options: SampleOptions): void {
  if (isExperimentFile(options) || hasEvaluation(options)) return;
  const found = usesOfEvaluation.find(([name]) => given.has(name));
  if (!found) return;
  const [name, use] = found;
  const wanted = options.recipe ? '--evaluation of at least 1' : '--eval FILE or --share R as well';
  throw new UsageError(`--${name}: expected ${wanted}, ${use}.`);
}
