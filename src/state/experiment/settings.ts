import { classCount } from '../../learning/classes.ts';
import { articleConfiguration, articleRecipe } from '../../learning/configuration.ts';
import type { Configuration } from '../../learning/configuration.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import type { SetName } from '../../learning/samples.ts';
import type { SampleSource } from '../../learning/sampleSource.ts';
import { decisionFields } from '../../learning/settings/decisionFields.ts';
import { withNetwork } from '../../learning/withNetwork.ts';
import { withUpdater } from '../../learning/settings/withUpdater.ts';
import { rateWish, withRecipe } from '../../learning/settings/wishes.ts';
import type { EngineChoice } from '../../training/protocol/commands.ts';
import type { Hideable } from './hideable.ts';

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
  /** Whether the scores beyond accuracy and confusion matrix are shown. */
  readonly moreScores: boolean;
  /** What the page leaves out, for a lesson; none of them twice. */
  readonly hidden: readonly Hideable[];
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
  { name: '60/s', stepsPerFrame: 1, label: 'up to 60 steps a second' },
  { name: '300/s', stepsPerFrame: 5, label: 'up to 300 steps a second' },
  { name: '1200/s', stepsPerFrame: 20, label: 'up to 1200 steps a second' },
  { name: '6000/s', stepsPerFrame: 100, label: 'up to 6000 steps a second' },
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
    moreScores: false,
    hidden: [],
  },
};

/**
 * The experiment with another data set. What suits the new set follows, each setting by itself, as
 * long as the user has not changed it; samples of one's own leave the configuration as it is.
 */
export function withDataset(settings: ExperimentSettings, name: string): ExperimentSettings {
  const { source, configuration } = settings;
  const ofOwn = source.kind === 'own';
  const before = { recipe: ofOwn ? articleRecipe : source.recipe, configuration };
  const next = withRecipe(before, name);
  return withSource(
    { source, configuration: ofOwn ? configuration : next.configuration },
    { kind: 'recipe', recipe: next.recipe },
  );
}

/** The experiment with another updater, the rate that suits it and its default hyperparameters. */
export function withUpdaterOf(settings: ExperimentSettings, name: string): ExperimentSettings {
  const { source, configuration: before } = settings;
  const configuration = { ...before, training: withUpdater(before.training, name) };
  if (source.kind === 'own') return { source, configuration };
  const { recipe } = source;
  return { source, configuration: rateWish.grant({ recipe, configuration }).configuration };
}

/** The experiment with samples of another source, and a network of as many classes as these have. */
export function withSource(settings: ExperimentSettings, source: SampleSource): ExperimentSettings {
  const { configuration } = settings;
  const classes = classesOf(source);
  if (classes === configuration.network.classes) return { source, configuration };
  const network = { ...configuration.network, classes };
  return { source, configuration: withNetwork(configuration, network) };
}

/** K of a source: at least 2, and at least one more than the largest label. */
function classesOf(source: SampleSource): number {
  if (source.kind === 'recipe') return datasetNamed(source.recipe.set).classes;
  const { training, evaluation } = source.samples;
  return Math.max(source.classes ?? 2, classCount(training.labels, evaluation.labels));
}
