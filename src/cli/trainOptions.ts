import { activations } from '../learning/activations/activations.ts';
import { articleConfiguration } from '../learning/configuration.ts';
import { features } from '../learning/features.ts';
import type { Hyperparameter, Hyperparameters } from '../learning/hyperparameter.ts';
import { initializers } from '../learning/initializers/initializers.ts';
import { scheduleNamed, schedules } from '../learning/schedules/schedules.ts';
import type { NetworkSpecification, TrainingSpecification } from '../learning/specification.ts';
import { updaterNamed, updaters } from '../learning/updaters/updaters.ts';
import { limits } from '../learning/validation/limits.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { helpLines, readOptions } from './commandOptions.ts';
import { UsageError } from './usageError.ts';

/** What `edgewise train` was asked to do. Paths are as they were given. */
export interface TrainOptions {
  readonly trainingFile: string;
  readonly evaluationFile: string | undefined;
  /** The classes are in the files. */
  readonly network: Omit<NetworkSpecification, 'classes'>;
  readonly training: TrainingSpecification;
  readonly epochs: number;
  readonly saveFolder: string | undefined;
  readonly predictionsFile: string | undefined;
  readonly json: boolean;
}

const { network: ours, training: usual, stopping } = articleConfiguration;
const epochsRange = { min: 1, max: limits.stopping.epochs.max };

const options: readonly CommandOption[] = [
  { name: 'eval', value: 'FILE', meaning: 'samples to evaluate on, not trained with' },
  { name: 'hidden', value: 'N,N…', meaning: 'units of each hidden layer, or none (default 20)' },
  { name: 'activation', value: 'NAME', meaning: `${names(activations)} (default relu)` },
  { name: 'features', value: 'NAME,…', meaning: `of ${names(features)} (default x,y)` },
  { name: 'init', value: 'NAME', meaning: `${names(initializers)} (default xavier)` },
  {
    name: 'seed',
    value: 'N',
    meaning: `for weights and order of the samples (default ${ours.seed})`,
  },
  { name: 'updater', value: 'NAME', meaning: `${names(updaters)} (default nesterovs)` },
  {
    name: 'rate',
    value: 'R',
    meaning: `learning rate (default ${usual.rate}, or what suits the updater)`,
  },
  ...hyperparameterOptions('', updaters),
  { name: 'schedule', value: 'NAME', meaning: `${names(schedules)} (default constant)` },
  ...hyperparameterOptions('schedule-', schedules),
  { name: 'batch', value: 'N', meaning: `samples in a mini-batch (default ${usual.batchSize})` },
  {
    name: 'epochs',
    value: 'N',
    meaning: `passes through the samples (default ${stopping.epochs})`,
  },
  { name: 'l1', value: 'R', meaning: 'penalty on the sum of |weight| (default 0)' },
  { name: 'l2', value: 'R', meaning: 'penalty on half the sum of weight² (default 0)' },
  { name: 'dropout', value: 'R', meaning: 'share of the hidden units left out (default 0)' },
  { name: 'clipping', value: 'R', meaning: 'longest gradient allowed (default 0: any)' },
  {
    name: 'save',
    value: 'DIR',
    meaning: 'write the model there: model.json and weights.bin of tfjs',
  },
  {
    name: 'predictions',
    value: 'FILE',
    meaning: 'write the evaluation set’s label,probability of class 1 as CSV',
  },
  { name: 'json', meaning: 'print one JSON object and nothing else' },
  { name: 'help', meaning: 'this text' },
];

export const trainHelp = `Trains a classifier on a CSV file of label,x,y and evaluates it.

  npm run -s edgewise -- train FILE [options]

${helpLines(options)}
`;

/** Undefined when help was asked for. Throws a UsageError with a full sentence. */
export function readTrainOptions(words: readonly string[]): TrainOptions | undefined {
  const given = readOptions(words, options);
  if (given.has('help')) return undefined;
  const evaluationFile = given.text('eval');
  if (given.has('predictions') && evaluationFile === undefined) {
    throw new UsageError(
      '--predictions: expected --eval FILE as well, whose samples are predicted.',
    );
  }
  return {
    trainingFile: onlyFile(given.words),
    evaluationFile,
    network: readNetwork(given),
    training: readTraining(given),
    epochs: given.whole('epochs', epochsRange) ?? stopping.epochs,
    saveFolder: given.text('save'),
    predictionsFile: given.text('predictions'),
    json: given.has('json'),
  };
}

function onlyFile(words: readonly string[]): string {
  if (words.length === 1) return words[0];
  const got = words.length === 0 ? 'none' : words.map((word) => `"${word}"`).join(', ');
  throw new UsageError(
    `train: expected one file of samples, such as data/linear-train.csv, got ${got}.`,
  );
}

function readNetwork(given: GivenOptions): TrainOptions['network'] {
  const activation = given.entry('activation', activations)?.name ?? ours.hidden[0].activation;
  return {
    features: readFeatures(given) ?? ours.features,
    hidden: readUnits(given).map((units) => ({ units, activation })),
    initializer: given.entry('init', initializers)?.name ?? ours.initializer,
    seed: given.whole('seed', limits.seed) ?? ours.seed,
  };
}

function readFeatures(given: GivenOptions): readonly string[] | undefined {
  const expected = `some of ${names(features)}, each at most once`;
  const chosen = given.list(
    'features',
    expected,
    (text) => features.find(({ name }) => name === text)?.name,
  );
  if (chosen === undefined || new Set(chosen).size === chosen.length) return chosen;
  throw new UsageError(`--features: expected ${expected}, got "${chosen.join(',')}".`);
}

function readUnits(given: GivenOptions): readonly number[] {
  if (given.text('hidden') === 'none') return [];
  const { units, layers } = limits.network;
  const expected = `up to ${layers.max} whole numbers from ${units.min} to ${units.max}, such as 20 or 8,4, or none`;
  const chosen = given.list('hidden', expected, (text) => {
    const count = /^\d+$/.test(text) ? Number(text) : NaN;
    return count >= units.min && count <= units.max ? count : undefined;
  });
  if (chosen === undefined) return ours.hidden.map((layer) => layer.units);
  if (chosen.length <= layers.max) return chosen;
  throw new UsageError(`--hidden: expected ${expected}, got ${chosen.length} numbers.`);
}

function readTraining(given: GivenOptions): TrainingSpecification {
  const updater = given.entry('updater', updaters) ?? updaterNamed(usual.updater);
  const schedule = given.entry('schedule', schedules) ?? scheduleNamed(usual.schedule);
  const { rate, batchSize, l1, l2, dropout, clipping } = limits.training;
  return {
    updater: updater.name,
    hyperparameters: readHyperparameters(given, '', updater, updaters),
    rate: given.number('rate', rate) ?? updater.defaultRate,
    schedule: schedule.name,
    scheduleHyperparameters: readHyperparameters(given, 'schedule-', schedule, schedules),
    batchSize: given.whole('batch', batchSize) ?? usual.batchSize,
    l1: given.number('l1', l1) ?? usual.l1,
    l2: given.number('l2', l2) ?? usual.l2,
    dropout: given.number('dropout', dropout) ?? usual.dropout,
    clipping: given.number('clipping', clipping) ?? usual.clipping,
  };
}

/** An updater or a schedule. */
interface Member {
  readonly label: string;
  readonly hyperparameters: readonly Hyperparameter[];
}

function hyperparameterOptions(prefix: string, family: readonly Member[]): CommandOption[] {
  return distinctNames(family).map((name) => {
    const owners = family.filter((member) => hyperparameterOf(member, name));
    return {
      name: prefix + dashed(name),
      value: 'R',
      meaning: `of ${owners.map(({ label }) => label).join(', ')}`,
    };
  });
}

/** All hyperparameters of the member, with its defaults where nothing was given. */
function readHyperparameters(
  given: GivenOptions,
  prefix: string,
  member: Member,
  family: readonly Member[],
): Hyperparameters {
  const values: Record<string, number> = {};
  for (const name of distinctNames(family)) {
    const option = prefix + dashed(name);
    const hyperparameter = hyperparameterOf(member, name);
    if (hyperparameter)
      values[name] = given.number(option, hyperparameter) ?? hyperparameter.default;
    else if (given.has(option)) throw new UsageError(`--${option}: ${withoutSuch(member)}`);
  }
  return values;
}

function withoutSuch({ label, hyperparameters }: Member): string {
  const own = hyperparameters.map(({ name }) => dashed(name)).join(', ');
  return `${label} has no such number; it has ${own === '' ? 'none at all' : own}.`;
}

function hyperparameterOf({ hyperparameters }: Member, name: string): Hyperparameter | undefined {
  return hyperparameters.find((each) => each.name === name);
}

function distinctNames(family: readonly Member[]): string[] {
  return [
    ...new Set(family.flatMap(({ hyperparameters }) => hyperparameters.map(({ name }) => name))),
  ];
}

/** weightDecay → weight-decay */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function names(table: readonly { readonly name: string }[]): string {
  return table.map(({ name }) => name).join(', ');
}
