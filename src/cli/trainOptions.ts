import {
  articleConfiguration,
  type Configuration,
  type StopRules,
} from '../learning/configuration.ts';
import { withDefaults } from '../learning/hyperparameter.ts';
import { quoted } from '../learning/quoted.ts';
import { scheduleNamed } from '../learning/schedules/schedules.ts';
import { configurationSettings } from '../learning/settings/configurationSettings.ts';
import { stoppingFields } from '../learning/settings/stoppingFields.ts';
import type { NetworkSpecification, TrainingSpecification } from '../learning/specification.ts';
import { updaterNamed } from '../learning/updaters/updaters.ts';
import { SpecificationError } from '../learning/validation/specificationError.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { helpLines, readOptions } from './commandOptions.ts';
import { exitCodesText } from './exitCodes.ts';
import { settingOptions } from './settingOptions.ts';
import { UsageError } from './usageError.ts';

/** What the user asked `edgewise train` to do. Paths are as they were given. */
export interface TrainOptions {
  readonly trainingFile: string;
  readonly evaluationFile: string | undefined;
  /** Without the classes, which the files decide. */
  readonly network: Omit<NetworkSpecification, 'classes'>;
  /** With the values of all hyperparameters. */
  readonly training: TrainingSpecification;
  /** At least one epoch, and always an end. */
  readonly stopping: StopRules;
  readonly saveFolder: string | undefined;
  readonly predictionsFile: string | undefined;
  readonly json: boolean;
}

const options: readonly CommandOption[] = [
  { name: 'eval', value: 'FILE', meaning: 'Samples to evaluate on; they are not trained with.' },
  ...settingOptions(configurationSettings),
  {
    name: 'save',
    value: 'DIR',
    meaning:
      'Write the model there: model.json and weights.bin, which tf.loadLayersModel of tfjs loads. ' +
      'It takes x and y. With the sine, as an activation or a feature, an activation "sine" must ' +
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

export const trainHelp = `Trains a classifier on a CSV file of label,x,y and evaluates it.

  npm run -s edgewise -- train FILE [options]

FILE may be a pipe such as /dev/stdin; it may have 200 MB of text in UTF-8.

${helpLines(options)}

${exitCodesText}`;

/** Undefined when help was asked for. Throws a UsageError with a full sentence. */
export function readTrainOptions(words: readonly string[]): TrainOptions | undefined {
  const given = readOptions(words, options);
  if (given.has('help')) return undefined;
  const trainingFile = onlyFile(given.words);
  requireEvaluationFile(given);
  const { network, training, stopping } = readConfiguration(given);
  const { features, hidden, initializer, seed } = network;
  return {
    trainingFile,
    evaluationFile: given.text('eval'),
    network: { features, hidden, initializer, seed },
    training: withAllHyperparameters(training),
    stopping,
    saveFolder: given.text('save'),
    predictionsFile: given.text('predictions'),
    json: given.has('json'),
  };
}

/** Of words too many, as many are repeated. */
const listedWords = 3;

function onlyFile(words: readonly string[]): string {
  const file = words.at(0);
  if (file !== undefined && file !== '' && words.length === 1) return file;
  const others = words.length > listedWords ? ` and ${words.length - listedWords} more` : '';
  const listed = words.slice(0, listedWords).map((word) => quoted(word));
  const got = `${listed.join(', ') || 'none'}${others}`;
  throw new UsageError(
    `train: expected one file of samples, such as data/linear-train.csv, got ${got}.`,
  );
}

/** The options that use the evaluation set, and what for. */
const usesOfEvaluation: readonly (readonly [name: string, use: string])[] = [
  ['predictions', 'whose samples are predicted'],
  [stoppingFields.loss.key, 'whose loss is watched'],
  [stoppingFields.accuracy.key, 'on which the accuracy is measured'],
  [stoppingFields.plateau.key, 'whose loss is watched'],
];

function requireEvaluationFile(given: GivenOptions): void {
  if (given.has('eval')) return;
  const found = usesOfEvaluation.find(([name]) => given.has(name));
  if (!found) return;
  const [name, use] = found;
  throw new UsageError(`--${name}: expected --eval FILE as well, ${use}.`);
}

function readConfiguration(given: GivenOptions): Configuration {
  let configuration = articleConfiguration;
  for (const { key, read } of configurationSettings) {
    const text = given.text(key);
    if (text === undefined) continue;
    try {
      configuration = read(text, configuration);
    } catch (error) {
      if (!(error instanceof SpecificationError)) throw error;
      throw new UsageError(`--${key}: ${withoutStart(`${key}: `, error.message)}.`);
    }
  }
  if (configuration.stopping.epochs > 0) return configuration;
  const { key } = stoppingFields.epochs;
  throw new UsageError(`--${key}: expected at least 1 here, because a command must end, got 0.`);
}

/** Without the name of the setting where it is the option's name, too. */
function withoutStart(start: string, text: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

function withAllHyperparameters(training: TrainingSpecification): TrainingSpecification {
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
