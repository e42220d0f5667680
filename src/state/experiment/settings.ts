import { articleConfiguration } from '../../learning/configuration.ts';
import type { Configuration } from '../../learning/configuration.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import type { SetName } from '../../learning/samples.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import type { EngineChoice } from '../../training/protocol/messages.ts';

/** All that the user can set: what decides the run, and how it is shown. */
export interface Settings {
  readonly configuration: Configuration;
  readonly engine: EngineChoice;
  /** One of `speeds`. */
  readonly stepsPerFrame: number;
  readonly showTraining: boolean;
  readonly showEvaluation: boolean;
  /** Predicted positive when the probability of the positive class is at least this; 0 to 1. */
  readonly threshold: number;
  readonly positiveClass: 0 | 1;
  /** Precision, recall and F1 as the mean over the classes instead of the positive class's. */
  readonly macroScores: boolean;
  /** Whose confusion matrix is shown. */
  readonly matrixSet: SetName;
  readonly logarithmicLoss: boolean;
}

/** A choice on the speed slider. */
export interface Speed {
  readonly stepsPerFrame: number;
  readonly label: string;
}

/** From one step a second to as fast as it goes, at 60 frames a second. */
export const speeds: readonly Speed[] = [
  { stepsPerFrame: 1 / 60, label: '1 step a second' },
  { stepsPerFrame: 1 / 10, label: '6 steps a second' },
  { stepsPerFrame: 1, label: '1 step a frame' },
  { stepsPerFrame: 5, label: '5 steps a frame' },
  { stepsPerFrame: 20, label: '20 steps a frame' },
  { stepsPerFrame: 100, label: '100 steps a frame' },
  { stepsPerFrame: Infinity, label: 'as fast as it goes' },
];

/** The article's classifier, slow enough to be seen learning. */
export const defaultSettings: Settings = {
  configuration: articleConfiguration,
  engine: 'auto',
  stepsPerFrame: 5,
  showTraining: true,
  showEvaluation: false,
  threshold: 0.5,
  positiveClass: 1,
  macroScores: false,
  matrixSet: 'evaluation',
  logarithmicLoss: false,
};

/**
 * The configuration with another data set, in its own sizes. Learning rate and epochs follow the
 * new set's example as long as they still are the old set's; what the user has set stays.
 */
export function withDataset(configuration: Configuration, name: string): Configuration {
  const before = datasetNamed(configuration.data.set);
  const { training, evaluation, rate, epochs } = datasetNamed(name);
  const untouched =
    configuration.training.updater === articleConfiguration.training.updater &&
    configuration.training.rate === before.rate &&
    configuration.stopping.epochs === before.epochs;
  return {
    ...configuration,
    data: { ...configuration.data, set: name, training, evaluation },
    training: untouched ? { ...configuration.training, rate } : configuration.training,
    stopping: untouched ? { ...configuration.stopping, epochs } : configuration.stopping,
  };
}

/** The settings with another updater, its own rate and its default hyperparameters. */
export function withUpdater(settings: Settings, name: string): Settings {
  const { defaultRate } = updaterNamed(name);
  const { configuration } = settings;
  const change = { updater: name, rate: defaultRate, hyperparameters: {} };
  const training = { ...configuration.training, ...change };
  return { ...settings, configuration: { ...configuration, training } };
}
