import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { stoppingFields } from '../../../src/learning/settings/stoppingFields.ts';
import { validateConfiguration } from '../../../src/learning/validation/validateConfiguration.ts';
import { hiddenLayers } from '../../support/networks.ts';
import { faultOf, refusedBy } from './refusal.ts';

const article = articleConfiguration;
const { network, training } = article;

const refused: readonly (readonly [title: string, value: unknown, fault: string])[] = [
  ['nothing', undefined, 'configuration type'],
  ['an unknown key', { ...article, version: 2 }, 'configuration key'],
  ['a recipe, which is no part of it', { ...article, data: {} }, 'configuration key'],
  ['a missing part', { network, training }, 'stopping type'],
  [
    'a fault deep inside',
    { ...article, network: { ...network, hidden: hiddenLayers('relu', 20, 0) } },
    'network.hidden[1].units range',
  ],
  [
    'a fault in the training',
    { ...article, training: { ...training, rate: 0 } },
    'training.rate range',
  ],
  [
    'half an epoch',
    { ...article, stopping: { ...article.stopping, epochs: 1.5 } },
    'stopping.epochs whole',
  ],
];

describe('validateConfiguration', () => {
  it('returns a configuration equal to the one that comes as text', () => {
    expect(validateConfiguration(JSON.parse(JSON.stringify(article)))).toEqual(article);
  });

  it.each(refused)('refuses %s', (_title, value, fault) => {
    expect(faultOf(() => validateConfiguration(value))).toBe(fault);
  });

  it('names a missing part as a person would', () => {
    expect(refusedBy(() => validateConfiguration({ network, training })).message).toBe(
      'stop rules: expected an object, got nothing',
    );
  });

  describe.each(Object.entries(stoppingFields))('%s', (name, { min, max }) => {
    const changed = (value: unknown) => ({
      ...article,
      stopping: { ...article.stopping, [name]: value },
    });

    it.each([min, max])('takes %d', (value) => {
      expect(validateConfiguration(changed(value)).stopping).toHaveProperty(name, value);
    });

    it.each([
      [min - 1, 'range'],
      [max + 1, 'range'],
      [Infinity, 'range'],
      [NaN, 'type'],
      ['1', 'type'],
    ])('refuses %j', (value, code) => {
      expect(faultOf(() => validateConfiguration(changed(value)))).toBe(`stopping.${name} ${code}`);
    });
  });
});
