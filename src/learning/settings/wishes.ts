import type { Configuration, RecipeChoice } from '../configuration.ts';
import { articleConfiguration } from '../configuration.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { datasetNamed } from '../datasets/datasets.ts';
import { updaterNamed } from '../updaters/updaters.ts';
import type { FieldBase } from './field.ts';
import { networkFields } from './networkFields.ts';
import { recipeFields } from './recipeFields.ts';
import { stoppingFields } from './stoppingFields.ts';
import { trainingFields } from './trainingFields.ts';
import { withNetwork } from '../withNetwork.ts';
import { withUnits } from './withUnits.ts';

/** A recipe, and what learns from its samples. */
export interface RecipeExperiment {
  readonly recipe: RecipeChoice;
  readonly configuration: Configuration;
}

/** A setting that follows the data set as long as nobody has changed it. */
export interface Wish {
  /** The key of the setting. */
  readonly key: string;
  readonly label: string;
  /** What the data set wants, in a word or number. */
  readonly wanted: (experiment: RecipeExperiment) => string;
  /** Whether the setting is as the data set wants it. */
  readonly isGranted: (experiment: RecipeExperiment) => boolean;
  /** The experiment with the setting as the data set wants it. */
  readonly grant: (experiment: RecipeExperiment) => RecipeExperiment;
}

type RecipeNumber = Exclude<keyof RecipeChoice, 'set' | 'seed'>;

/** What every data set wants of a share. */
const plain = { balance: 0.5, labelNoise: 0, outliers: 0 } as const;

/** The rate that suits the updater: the data set's for that of its example. */
export const rateWish: Wish = wish(trainingFields.rate, {
  get: ({ configuration }) => String(configuration.training.rate),
  wanted: (experiment) => String(wantedRate(experiment)),
  grant: (experiment) => {
    const { recipe, configuration } = experiment;
    const training = { ...configuration.training, rate: wantedRate(experiment) };
    return { recipe, configuration: { ...configuration, training } };
  },
});

/** All wishes of data sets. The updater comes before the rate, which depends on it. */
export const wishes: readonly Wish[] = [
  recipeWish('training', (dataset) => dataset.training),
  recipeWish('evaluation', (dataset) => dataset.evaluation),
  recipeWish('noise', (dataset) => dataset.noise),
  recipeWish('balance', () => plain.balance),
  recipeWish('labelNoise', () => plain.labelNoise),
  recipeWish('outliers', () => plain.outliers),
  wish(networkFields.units, {
    get: ({ configuration }) => unitsText(configuration.network.hidden.map(({ units }) => units)),
    wanted: (experiment) => unitsText(datasetOf(experiment).hidden),
    grant: ({ recipe, configuration }, dataset) => ({
      recipe,
      configuration: withNetwork(configuration, withUnits(configuration.network, dataset.hidden)),
    }),
  }),
  wish(trainingFields.updater, {
    get: ({ configuration }) => updaterNamed(configuration.training.updater).label,
    wanted: () => updaterNamed(articleConfiguration.training.updater).label,
    grant: ({ recipe, configuration }, { rate }) => {
      const { updater, hyperparameters } = articleConfiguration.training;
      const training = { ...configuration.training, updater, hyperparameters, rate };
      return { recipe, configuration: { ...configuration, training } };
    },
  }),
  rateWish,
  wish(stoppingFields.epochs, {
    get: ({ configuration }) => String(configuration.stopping.epochs),
    wanted: (experiment) => String(datasetOf(experiment).epochs),
    grant: ({ recipe, configuration }, { epochs }) => ({
      recipe,
      configuration: { ...configuration, stopping: { ...configuration.stopping, epochs } },
    }),
  }),
];

/** The experiment on another data set: what nobody has changed is as the new one wants it. */
export function withRecipe(experiment: RecipeExperiment, set: string): RecipeExperiment {
  const granted = wishes.filter((each) => each.isGranted(experiment));
  const { recipe, configuration } = experiment;
  return granted.reduce<RecipeExperiment>((next, { grant }) => grant(next), {
    recipe: { ...recipe, set },
    configuration,
  });
}

function wantedRate({ recipe, configuration }: RecipeExperiment): number {
  const { updater } = configuration.training;
  if (updater === articleConfiguration.training.updater) return datasetNamed(recipe.set).rate;
  return updaterNamed(updater).defaultRate;
}

interface Parts {
  /** Of the setting, as a text. */
  readonly get: (experiment: RecipeExperiment) => string;
  readonly wanted: (experiment: RecipeExperiment) => string;
  readonly grant: (experiment: RecipeExperiment, dataset: Dataset) => RecipeExperiment;
}

function wish({ key, label }: FieldBase, { get, wanted, grant }: Parts): Wish {
  const isGranted = (experiment: RecipeExperiment) => get(experiment) === wanted(experiment);
  return {
    key,
    label,
    wanted,
    isGranted,
    grant: (experiment) =>
      isGranted(experiment) ? experiment : grant(experiment, datasetOf(experiment)),
  };
}

function recipeWish(name: RecipeNumber, wanted: (dataset: Dataset) => number): Wish {
  return wish(recipeFields[name], {
    get: ({ recipe }) => String(recipe[name]),
    wanted: (experiment) => String(wanted(datasetOf(experiment))),
    grant: ({ recipe, configuration }, dataset) => ({
      recipe: { ...recipe, [name]: wanted(dataset) },
      configuration,
    }),
  });
}

function datasetOf({ recipe }: RecipeExperiment): Dataset {
  return datasetNamed(recipe.set);
}

function unitsText(hidden: readonly number[]): string {
  return hidden.join(', ') || 'none';
}
