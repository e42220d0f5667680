import { describe, expect, it } from 'vitest';
import { articleConfiguration, articleRecipe } from '../../../src/learning/configuration.ts';
import { decisionFields } from '../../../src/learning/settings/decisionFields.ts';
import type { Field } from '../../../src/learning/settings/field.ts';
import {
  scheduleFamily,
  updaterFamily,
} from '../../../src/learning/settings/hyperparameterFields.ts';
import { networkFields } from '../../../src/learning/settings/networkFields.ts';
import { recipeFields } from '../../../src/learning/settings/recipeFields.ts';
import { stoppingFields } from '../../../src/learning/settings/stoppingFields.ts';
import { trainingFields } from '../../../src/learning/settings/trainingFields.ts';

const groups: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  recipeFields,
  networkFields,
  trainingFields,
  stoppingFields,
  decisionFields,
};
const fields: readonly Field[] = [
  ...Object.values(groups).flatMap((group) => Object.values(group)),
  ...[updaterFamily, scheduleFamily].flatMap(({ hyperparameters }) =>
    hyperparameters.flatMap((shared) => [...shared.fields.values()]),
  ),
];

/** The value at a path such as `training.batchSize`; of the first entry of a list. */
function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const name of path.replaceAll('[]', '.0').split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}

describe('the table of settings', () => {
  it.each(fields.map((field) => [field.path, field] as const))('describes %s', (_path, field) => {
    expect(field.key).toMatch(/^[a-z][a-z0-9]*(-[a-z]+)*$/);
    expect(field.label).not.toBe('');
    expect(field.meaning).toMatch(/^[A-Z].*\.$/);
    if ('choices' in field) {
      const names = field.choices.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([field.default].flat()));
      return;
    }
    const { min, max, default: usual, integer = false } = field;
    expect(min).toBeLessThan(max);
    expect(usual).toBeGreaterThanOrEqual(min);
    expect(usual).toBeLessThanOrEqual(max);
    if (integer) expect([min, max, usual].every(Number.isInteger)).toBe(true);
  });

  it('says where the article’s values are', () => {
    const article = { recipe: articleRecipe, ...articleConfiguration };
    const plain = fields.filter(
      ({ path }) => !path.startsWith('decision') && !path.includes('yperparameters'),
    );
    expect(plain.length).toBeGreaterThan(20);
    for (const { path, default: usual } of plain) {
      const value = valueAt(article, path);
      expect([path, path === 'network.hidden' ? [value].flat().length : value]).toEqual([
        path,
        usual,
      ]);
    }
  });

  it('gives a key to one setting only, but for layers and units', () => {
    const later = [updaterFamily, scheduleFamily].flatMap(({ hyperparameters }) =>
      hyperparameters.flatMap((shared) => [...shared.fields.values()].slice(1)),
    );
    const shared: readonly Field[] = [networkFields.units, ...later];
    const keys = fields.filter((field) => !shared.includes(field)).map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
  });

  it('names in `follows` only keys that there are', () => {
    const keys = fields.map(({ key }) => key);
    for (const { follows = [] } of fields)
      expect(keys).toEqual(expect.arrayContaining([...follows]));
  });
});
