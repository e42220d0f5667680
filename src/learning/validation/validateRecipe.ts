import type { RecipeChoice } from '../configuration.ts';
import { recipeFields } from '../settings/recipeFields.ts';
import { nameIn, number, record } from './validators.ts';

const recipe = record<RecipeChoice>({
  set: nameIn(recipeFields.set.choices),
  training: number(recipeFields.training),
  evaluation: number(recipeFields.evaluation),
  seed: number(recipeFields.seed),
});

/** @throws SpecificationError for the first field that is wrong. */
export function validateRecipe(value: unknown): RecipeChoice {
  return recipe(value, 'recipe');
}
