import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { limits, type Range } from '../../../src/learning/validation/limits.ts';
import { validateConfiguration } from '../../../src/learning/validation/validateConfiguration.ts';
import { hiddenLayers } from '../../support/networks.ts';
import { refusalOf } from './refusal.ts';

const article = articleConfiguration;
const setNames = datasets.map(({ name }) => name).join(', ');

const refused: readonly (readonly [title: string, value: unknown, message: string])[] = [
  ['nothing', undefined, 'configuration: expected an object, got nothing'],
  [
    'an unknown key',
    { ...article, version: 2 },
    'configuration: expected only the keys data, network, training, stopping, got "version"',
  ],
  [
    'a missing part',
    { data: article.data, network: article.network, training: article.training },
    'stopping: expected an object, got nothing',
  ],
  [
    'a fault deep inside',
    { ...article, network: { ...article.network, hidden: hiddenLayers('relu', 20, 0) } },
    'network.hidden[1].units: expected a whole number from 1 to 256, got 0',
  ],
  [
    'a fault in the training',
    { ...article, training: { ...article.training, rate: 0 } },
    'training.rate: expected a number from 0.000001 to 10, got 0',
  ],
  [
    'an unknown data set',
    { ...article, data: { ...article.data, set: 'iris' } },
    `data.set: expected one of ${setNames}, got "iris"`,
  ],
  [
    'a key of the data that is not known',
    { ...article, data: { ...article.data, noise: 0.1 } },
    'data: expected only the keys set, training, evaluation, seed, got "noise"',
  ],
];

describe('validateConfiguration', () => {
  it('returns a configuration equal to the one that comes as text', () => {
    expect(validateConfiguration(JSON.parse(JSON.stringify(article)))).toEqual(article);
  });

  for (const [title, value, message] of refused) {
    it(`refuses ${title}`, () => {
      expect(refusalOf(() => validateConfiguration(value))).toBe(message);
    });
  }

  it('shows no more of a long value than tells it apart', () => {
    const long = { ...article, data: { ...article.data, set: 'a'.repeat(1000) } };
    expect(refusalOf(() => validateConfiguration(long))).toBe(
      `data.set: expected one of ${setNames}, got "${'a'.repeat(40)}…"`,
    );
  });

  for (const part of ['data', 'stopping'] as const) {
    for (const [name, { min, max }] of Object.entries<Range>(limits[part])) {
      const changed = (value: unknown) => ({
        ...article,
        [part]: { ...article[part], [name]: value },
      });

      it(`takes ${part}.${name} from ${min} to ${max}`, () => {
        for (const value of [min, max]) {
          expect(validateConfiguration(changed(value))).toHaveProperty([part, name], value);
        }
      });

      it(`refuses any other ${part}.${name}`, () => {
        for (const value of [min - 1, max + 1, NaN, Infinity]) {
          const message = refusalOf(() => validateConfiguration(changed(value)));
          expect(message).toMatch(new RegExp(`^${part}\\.${name}: expected a (whole )?number `));
          expect(message).toContain(`from ${min} to ${max}, got ${value}`);
        }
      });
    }
  }

  it('takes whole numbers only for what is counted', () => {
    const half = { ...article, stopping: { ...article.stopping, epochs: 1.5 } };
    expect(refusalOf(() => validateConfiguration(half))).toBe(
      'stopping.epochs: expected a whole number from 0 to 1000000, got 1.5',
    );
    const share = { ...article, stopping: { ...article.stopping, accuracy: 0.5 } };
    expect(validateConfiguration(share).stopping.accuracy).toBe(0.5);
  });

  it('takes every data set in the sizes of its files', () => {
    for (const { name: set, training, evaluation, classes } of datasets) {
      const configuration = {
        ...article,
        data: { set, training, evaluation, seed: 0 },
        network: { ...article.network, classes },
      };
      expect(validateConfiguration(configuration)).toEqual(configuration);
    }
  });
});
