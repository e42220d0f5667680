import { articleRecipe, type RecipeChoice } from '../configuration.ts';
import { datasets } from '../datasets/datasets.ts';
import type { Field } from './field.ts';
import { seedRange } from './seedRange.ts';

/** The settings of a recipe, which draws the samples. */
export const recipeFields = {
  set: {
    key: 'data',
    label: 'data set',
    meaning: 'The recipe that draws the samples.',
    path: 'recipe.set',
    choices: datasets,
    default: articleRecipe.set,
  },
  training: {
    key: 'training',
    label: 'training samples',
    unit: 'samples',
    meaning: 'How many samples the network learns from.',
    path: 'recipe.training',
    min: 10,
    max: 20_000,
    integer: true,
    default: articleRecipe.training,
    follows: ['data'],
  },
  evaluation: {
    key: 'evaluation',
    label: 'evaluation samples',
    unit: 'samples',
    meaning: 'How many samples test the network; it never learns from them.',
    path: 'recipe.evaluation',
    min: 0,
    max: 20_000,
    integer: true,
    default: articleRecipe.evaluation,
    follows: ['data'],
  },
  seed: {
    key: 'data-seed',
    label: 'seed of the samples',
    meaning: 'Decides which samples are drawn: the same seed draws the same samples again.',
    path: 'recipe.seed',
    ...seedRange,
    default: articleRecipe.seed,
  },
  noise: {
    key: 'noise',
    label: 'noise',
    meaning:
      'How far samples are scattered, as a share of the radius of their shape: 0 leaves the plain shape, and the more there is, the more the classes overlap.',
    path: 'recipe.noise',
    min: 0,
    max: 0.5,
    default: articleRecipe.noise,
    follows: ['data'],
  },
  balance: {
    key: 'balance',
    label: 'share of blue',
    meaning:
      'The share of blue samples in both sets, in hundredths; at 0.5 there are as many red ones.',
    path: 'recipe.balance',
    min: 0.05,
    max: 0.95,
    default: articleRecipe.balance,
  },
  labelNoise: {
    key: 'label-noise',
    label: 'wrong labels',
    meaning:
      'The share of samples in both sets that have the label of the other class, as in data that people have labelled in a hurry.',
    path: 'recipe.labelNoise',
    min: 0,
    max: 0.5,
    default: articleRecipe.labelNoise,
  },
  outliers: {
    key: 'outliers',
    label: 'outliers',
    meaning:
      'The share of samples in both sets that are anywhere, also far from the others of their class.',
    path: 'recipe.outliers',
    min: 0,
    max: 0.5,
    default: articleRecipe.outliers,
  },
} as const satisfies Record<keyof RecipeChoice, Field>;
