import { describe, expect, it } from 'vitest';
import { articleRecipe } from '../../../src/learning/configuration.ts';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { validateRecipe } from '../../../src/learning/validation/validateRecipe.ts';
import { faultOf, refusedBy } from './refusal.ts';

const sizes = { training: [10, 5000], evaluation: [0, 5000], seed: [0, 2 ** 32 - 1] } as const;

describe('validateRecipe', () => {
  it('takes every data set in the sizes of its files', () => {
    for (const { name: set, training, evaluation } of datasets) {
      const recipe = { set, training, evaluation, seed: 0 };
      expect(validateRecipe(recipe)).toEqual(recipe);
    }
  });

  it.each(Object.entries(sizes))('takes %s from %j, whole numbers only', (name, [min, max]) => {
    for (const value of [min, max]) {
      expect(validateRecipe({ ...articleRecipe, [name]: value })).toHaveProperty(name, value);
    }
    const fault = (value: unknown) =>
      faultOf(() => validateRecipe({ ...articleRecipe, [name]: value }));
    expect(fault(min - 1)).toBe(`recipe.${name} range`);
    expect(fault(max + 1)).toBe(`recipe.${name} range`);
    expect(fault(min + 0.5)).toBe(`recipe.${name} whole`);
    expect(fault(undefined)).toBe(`recipe.${name} type`);
  });

  it('refuses an unknown data set and an unknown key', () => {
    expect(faultOf(() => validateRecipe({ ...articleRecipe, set: 'iris' }))).toBe(
      'recipe.set name',
    );
    expect(faultOf(() => validateRecipe({ ...articleRecipe, noise: 0.1 }))).toBe('recipe key');
  });

  it('shows only the beginning of a long value', () => {
    const { message } = refusedBy(() =>
      validateRecipe({ ...articleRecipe, set: 'a'.repeat(1000) }),
    );
    expect(message).toMatch(/^data set: expected one of linear, .*, got "a{40}…"$/);
  });
});
