import type { Configuration, RecipeChoice } from '../configuration.ts';
import { configurationSettings } from './configurationSettings.ts';
import { choiceSetting } from './fieldSettings.ts';
import { lensOf } from './lensOf.ts';
import { recipeFields } from './recipeFields.ts';
import { recipeSettings } from './recipeSettings.ts';
import { type Setting, settingOfPart } from './setting.ts';
import { type RecipeExperiment, withRecipe } from './wishes.ts';

/** All settings of an experiment on a recipe, in the order in which they are read. */
export const recipeExperimentSettings: readonly Setting<RecipeExperiment>[] = [
  choiceSetting(recipeFields.set, { get: ({ recipe }) => recipe.set, set: withRecipe }),
  ...recipeSettings.map((setting) =>
    settingOfPart<RecipeExperiment, RecipeChoice>(setting, lensOf('recipe')),
  ),
  ...configurationSettings.map((setting) =>
    settingOfPart<RecipeExperiment, Configuration>(setting, lensOf('configuration')),
  ),
];
