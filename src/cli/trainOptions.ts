import { articleConfiguration, articleRecipe, type StopRules } from '../learning/configuration.ts';
import { withDefaults } from '../learning/hyperparameter.ts';
import { scheduleNamed } from '../learning/schedules/schedules.ts';
import { recipeExperimentSettings } from '../learning/settings/recipeExperimentSettings.ts';
import { stoppingFields } from '../learning/settings/stoppingFields.ts';
import type { RecipeExperiment } from '../learning/settings/wishes.ts';
import type { NetworkSpecification, TrainingSpecification } from '../learning/specification.ts';
import { updaterNamed } from '../learning/updaters/updaters.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { helpLines, readOptions } from './commandOptions.ts';
import { exitCodesText } from './exitCodes.ts';
import { fileOptions } from './fileOptions.ts';
import {
  dataOption,
  isExperimentFile,
  readSampleOptions,
  type SampleOptions,
} from './sampleOptions.ts';
import { readScaling, scalingOption } from './scalingOption.ts';
import { readSettingOptions, settingOptions } from './settingOptions.ts';
import { UsageError } from './usageError.ts';

/** What the user asked `edgewise train` to do. Paths are as they were given. */
export interface TrainOptions extends SampleOptions {
  /** Without the classes, which the samples decide. */
  readonly network: Omit<NetworkSpecification, 'classes'>;
  /** With the values of all hyperparameters. */
  readonly training: TrainingSpecification;
  /** At least one epoch, and always an end. */
  readonly stopping: StopRules;
  /** Name in the table of scalings. */
  readonly scaling: string;
  readonly saveFolder: string | undefined;
  readonly predictionsFile: string | undefined;
  readonly json: boolean;
}

const options: readonly CommandOption[] = [
  { name: 'eval', value: 'FILE', meaning: 'Samples to evaluate on; they are not trained with.' },
  ...fileOptions,
  scalingOption,
  ...settingOptions(recipeExperimentSettings).map((option) =>
    option.name === dataOption.name ? dataOption : option,
  ),
  {
    name: 'save',
    value: 'DIR',
    meaning:
      'Write the model there: model.json and weights.bin, which tf.loadLayersModel of tfjs loads. ' +
      'It takes x and y, unscaled. With the sine, as an activation or a feature, an activation "sine" must ' +
      'be registered first, as docs/saved-model.md shows.',
  },
  {
    name: 'predictions',
    value: 'FILE',
    meaning:
      'Write the evaluation set’s label,probability of class 1 as CSV; to a file, not to a pipe or a device.',
  },
  { name: 'json', meaning: 'Print one JSON object and nothing else; a failure as {"error": {…}}.' },
  { name: 'help', meaning: 'Print this text.' },
];

export const trainHelp = `Trains a classifier on a table of samples, or on a data set, and evaluates it.

  npm run -s edgewise -- train FILE [options]
  npm run -s edgewise -- train --data NAME [options]

FILE is a table, or an experiment that the page has saved, NAME.edgewise.json: samples, network and
training are then those of the file, and training begins with the first weights, from the seed.

A table has a row a sample, with a label and two or more numbers. How it is written, and which column
is which, is recognised and told. It may be a pipe such as /dev/stdin, and have 200 MB of text in
UTF-8 or UTF-16.

${helpLines(options)}

The model and the predictions are written at the end, all of it or nothing.

${exitCodesText}`;

/** Undefined when help was asked for. Throws a UsageError with a full sentence. */
export function readTrainOptions(words: readonly string[]): TrainOptions | undefined {
  const given = readOptions(words, options);
  if (given.has('help')) return undefined;
  const { recipe, configuration } = readSettings(given);
  const samples = readSampleOptions(given, recipe);
  if (isExperimentFile(samples)) refuseSettings(given);
  const { network, training, stopping } = configuration;
  const { features, hidden, initializer, seed } = network;
  return {
    ...samples,
    network: { features, hidden, initializer, seed },
    training: withAllHyperparameters(training),
    stopping,
    scaling: readScaling(given),
    saveFolder: given.text('save'),
    predictionsFile: given.text('predictions'),
    json: given.has('json'),
  };
}

/** An experiment has its own settings. */
function refuseSettings(given: GivenOptions): void {
  const free = ['save', 'predictions', 'json'];
  const stray = options.find(({ name }) => !free.includes(name) && given.has(name));
  if (!stray) return;
  throw new UsageError(
    `--${stray.name}: expected no such option beside the file of an experiment, which has its own settings.`,
  );
}

function readSettings(given: GivenOptions): RecipeExperiment {
  const usual = { recipe: articleRecipe, configuration: articleConfiguration };
  const experiment = readSettingOptions(given, recipeExperimentSettings, usual);
  if (experiment.configuration.stopping.epochs > 0) return experiment;
  const { key } = stoppingFields.epochs;
  throw new UsageError(`--${key}: expected at least 1 here, because a command must end, got 0.`);
}

/** With a value for each hyperparameter. */
export function withAllHyperparameters(training: TrainingSpecification): TrainingSpecification {
  const { updater, hyperparameters, schedule, scheduleHyperparameters } = training;
  return {
    ...training,
    hyperparameters: withDefaults(updaterNamed(updater).hyperparameters, hyperparameters),
    scheduleHyperparameters: withDefaults(
      scheduleNamed(schedule).hyperparameters,
      scheduleHyperparameters,
    ),
  };
}
