import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { stoppingFields } from '../../../src/learning/settings/stoppingFields.ts';
import { validateConfiguration } from '../../../src/learning/validation/validateConfiguration.ts';
import { hiddenLayers } from '../../support/networks.ts';
import { faultOf, refusedBy } from './refusal.ts';

const article = articleConfiguration;
const { network, training } = article;

function masked(mask: object) {
  return { ...article, training: { ...training, ...mask } };
}

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
  ['a frozen parameter that is none', masked({ frozen: [0, 102] }), 'training.frozen range'],
  ['a parameter cut and frozen', masked({ frozen: [1, 4], cut: [4] }), 'training.cut repeated'],
  ['a parameter cut twice', masked({ cut: [4, 4] }), 'training.cut[1] repeated'],
  ['indices that descend', masked({ frozen: [4, 3] }), 'training.frozen[1] repeated'],
  ['half an index', masked({ cut: [0.5] }), 'training.cut[0] whole'],
  ['an index below 0', masked({ cut: [-1] }), 'training.cut[0] range'],
  ['a mask as a text', masked({ frozen: '3' }), 'training.frozen type'],
  ['no mask', masked({ cut: undefined }), 'training.cut type'],
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

  it('takes what the network can freeze and cut', () => {
    const value = masked({ frozen: [0, 101], cut: [7] });
    expect(validateConfiguration(value)).toEqual(value);
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
