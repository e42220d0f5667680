import { classCount } from '../../learning/classes.ts';
import { articleConfiguration, articleRecipe } from '../../learning/configuration.ts';
import type { Configuration } from '../../learning/configuration.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import type { SetName } from '../../learning/samples.ts';
import type { SampleSource } from '../../learning/sampleSource.ts';
import { decisionFields } from '../../learning/settings/decisionFields.ts';
import type { EngineChoice } from '../../training/protocol/commands.ts';

/** What decides the result of training. */
export interface ExperimentSettings {
  readonly source: SampleSource;
  readonly configuration: Configuration;
}

/** How fast a run is, and on which engine; its result does not depend on them. */
export interface RunSettings {
  readonly engine: EngineChoice;
  /** One of `speeds`. */
  readonly stepsPerFrame: number;
}

/** How probabilities become predictions and scores. */
export interface DecisionSettings {
  /** A sample is predicted positive when P(positive class) is at least this; 0 to 1. */
  readonly threshold: number;
  readonly positiveClass: number;
}

/** What is shown, and how. */
export interface DisplaySettings {
  readonly showTraining: boolean;
  readonly showEvaluation: boolean;
  /** Precision, recall and F1 as the mean over the classes instead of the positive class's. */
  readonly macroScores: boolean;
  /** The set whose confusion matrix is shown. */
  readonly matrixSet: SetName;
  readonly logarithmicLoss: boolean;
}

/** All that the user can set; a link holds all of it except the user's own samples. */
export interface Settings {
  readonly experiment: ExperimentSettings;
  readonly run: RunSettings;
  readonly decision: DecisionSettings;
  readonly display: DisplaySettings;
}

/** A choice on the speed slider. */
export interface Speed {
  /** In links: steps a second, or a word. */
  readonly name: string;
  readonly stepsPerFrame: number;
  readonly label: string;
}

/** From one step a second to as fast as possible, at 60 frames a second. */
export const speeds: readonly Speed[] = [
  { name: '1/s', stepsPerFrame: 1 / 60, label: '1 step a second' },
  { name: '6/s', stepsPerFrame: 1 / 10, label: '6 steps a second' },
  { name: '60/s', stepsPerFrame: 1, label: '1 step a frame' },
  { name: '300/s', stepsPerFrame: 5, label: '5 steps a frame' },
  { name: '1200/s', stepsPerFrame: 20, label: '20 steps a frame' },
  { name: '6000/s', stepsPerFrame: 100, label: '100 steps a frame' },
  { name: 'max', stepsPerFrame: Infinity, label: 'as fast as it goes' },
];

/** The article's classifier, at a speed at which one sees it learn. */
export const defaultSettings: Settings = {
  experiment: {
    source: { kind: 'recipe', recipe: articleRecipe },
    configuration: articleConfiguration,
  },
  run: { engine: 'auto', stepsPerFrame: 5 },
  decision: { threshold: decisionFields.threshold.default, positiveClass: 1 },
  display: {
    showTraining: true,
    showEvaluation: false,
    macroScores: false,
    matrixSet: 'evaluation',
    logarithmicLoss: false,
  },
};

/**
 * The experiment with another data set, in the sizes of its file. Learning rate and epochs become
 * those of the new set's example, unless the user has changed one of them or the updater.
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
