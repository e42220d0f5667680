import { classCount } from '../../learning/classes.ts';
import { articleConfiguration, articleRecipe } from '../../learning/configuration.ts';
import type { Configuration } from '../../learning/configuration.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import type { SetName } from '../../learning/samples.ts';
import type { SampleSource } from '../../learning/sampleSource.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import type { EngineChoice } from '../../training/protocol/commands.ts';

/** What decides the result of training. */
export interface ExperimentSettings {
  readonly source: SampleSource;
  readonly configuration: Configuration;
}

/** How a run runs; its result does not depend on it. */
export interface RunSettings {
  readonly engine: EngineChoice;
  /** One of `speeds`. */
  readonly stepsPerFrame: number;
}

/** How probabilities become predictions, and which class is looked at. */
export interface DecisionSettings {
  /** Predicted positive when the probability of the positive class is at least this; 0 to 1. */
  readonly threshold: number;
  readonly positiveClass: number;
}

/** What is shown, and how. */
export interface DisplaySettings {
  readonly showTraining: boolean;
  readonly showEvaluation: boolean;
  /** Precision, recall and F1 as the mean over the classes instead of the positive class's. */
  readonly macroScores: boolean;
  /** Whose confusion matrix is shown. */
  readonly matrixSet: SetName;
  readonly logarithmicLoss: boolean;
}

/** All that the user can set, and so all that a link holds. */
export interface Settings {
  readonly experiment: ExperimentSettings;
  readonly run: RunSettings;
  readonly decision: DecisionSettings;
  readonly display: DisplaySettings;
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
  experiment: {
    source: { kind: 'recipe', recipe: articleRecipe },
    configuration: articleConfiguration,
  },
  run: { engine: 'auto', stepsPerFrame: 5 },
  decision: { threshold: 0.5, positiveClass: 1 },
  display: {
    showTraining: true,
    showEvaluation: false,
    macroScores: false,
    matrixSet: 'evaluation',
    logarithmicLoss: false,
  },
};

/**
 * The experiment with another data set, in its own sizes. Learning rate and epochs follow the new
 * set's example as long as they still are the old set's; what the user has set stays.
 */
export function withDataset(settings: ExperimentSettings, name: string): ExperimentSettings {
  const { source, configuration } = settings;
  const before = source.kind === 'recipe' ? source.recipe : articleRecipe;
  const { training, evaluation, rate, epochs } = datasetNamed(name);
  const followed = datasetNamed(before.set);
  const untouched =
    source.kind === 'recipe' &&
    configuration.training.updater === articleConfiguration.training.updater &&
    configuration.training.rate === followed.rate &&
    configuration.stopping.epochs === followed.epochs;
  const followedConfiguration = untouched
    ? {
        ...configuration,
        training: { ...configuration.training, rate },
        stopping: { ...configuration.stopping, epochs },
      }
    : configuration;
  const recipe = { ...before, set: name, training, evaluation };
  return withSource({ source, configuration: followedConfiguration }, { kind: 'recipe', recipe });
}

/** The experiment with samples of another source, and a network of as many classes as these have. */
export function withSource(settings: ExperimentSettings, source: SampleSource): ExperimentSettings {
  const { configuration } = settings;
  const classes = classesOf(source);
  if (classes === configuration.network.classes) return { source, configuration };
  const network = { ...configuration.network, classes };
  return { source, configuration: { ...configuration, network } };
}

/** K of a source: at least 2, and one more than the largest label. */
function classesOf(source: SampleSource): number {
  if (source.kind === 'recipe') return datasetNamed(source.recipe.set).classes;
  const { training, evaluation } = source.samples;
  return classCount(training.labels, evaluation.labels);
}

/** The training with another updater, its own rate and its default hyperparameters. */
export function withUpdater(training: TrainingSpecification, name: string): TrainingSpecification {
  return { ...training, updater: name, rate: updaterNamed(name).defaultRate, hyperparameters: {} };
}
