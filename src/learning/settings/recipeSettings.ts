import type { RecipeChoice } from '../configuration.ts';
import { numberSetting } from './fieldSettings.ts';
import { lensOf } from './lensOf.ts';
import { recipeFields } from './recipeFields.ts';
import type { Setting } from './setting.ts';

const { training, evaluation, seed } = recipeFields;

/** The numbers of a recipe; its data set decides the sizes and is read before them. */
export const recipeSettings: readonly Setting<RecipeChoice>[] = [
  numberSetting(training, lensOf('training')),
  numberSetting(evaluation, lensOf('evaluation')),
  numberSetting(seed, lensOf('seed')),
];
