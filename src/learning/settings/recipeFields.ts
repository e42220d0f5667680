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
    max: 5000,
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
    max: 5000,
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
} as const satisfies Record<keyof RecipeChoice, Field>;
