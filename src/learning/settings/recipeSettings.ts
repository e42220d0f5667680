import type { RecipeChoice } from '../configuration.ts';
import { numberSetting } from './fieldSettings.ts';
import { lensOf } from './lensOf.ts';
import { recipeFields } from './recipeFields.ts';
import type { Setting } from './setting.ts';

const { training, evaluation, seed, noise, balance, labelNoise, outliers } = recipeFields;

/** The numbers of a recipe; its data set decides sizes and noise, and is read before them. */
export const recipeSettings: readonly Setting<RecipeChoice>[] = [
  numberSetting(training, lensOf('training')),
  numberSetting(evaluation, lensOf('evaluation')),
  numberSetting(seed, lensOf('seed')),
  numberSetting(noise, lensOf('noise')),
  numberSetting(balance, lensOf('balance')),
  numberSetting(labelNoise, lensOf('labelNoise')),
  numberSetting(outliers, lensOf('outliers')),
];
