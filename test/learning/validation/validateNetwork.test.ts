import { describe, expect, it } from 'vitest';
import { validateNetwork } from '../../../src/learning/validation/validateNetwork.ts';
import { hiddenLayers, smallNetwork } from '../../support/networks.ts';
import { refusalOf } from './refusal.ts';

const activations =
  'one of relu, tanh, sigmoid, linear, leakyRelu, elu, softplus, swish, gelu, sine';

const refused: readonly (readonly [title: string, value: unknown, message: string])[] = [
  ['nothing', undefined, 'network: expected an object, got nothing'],
  ['null', null, 'network: expected an object, got null'],
  ['a list', [], 'network: expected an object, got a list of 0'],
  ['text', '2-20-2', 'network: expected an object, got "2-20-2"'],
  [
    'an unknown key',
    { ...smallNetwork, depth: 3 },
    'network: expected only the keys features, hidden, classes, initializer, seed, got "depth"',
  ],
  [
    'no features',
    { ...smallNetwork, features: [] },
    'network.features: expected a list of 1 to 9 entries, got a list of 0',
  ],
  [
    'an unknown feature',
    { ...smallNetwork, features: ['x', 'z'] },
    'network.features[1]: expected one of x, y, xx, yy, xy, sinx, siny, cosx, cosy, got "z"',
  ],
  [
    'a feature twice',
    { ...smallNetwork, features: ['x', 'y', 'x'] },
    'network.features[2]: expected an entry that does not stand before, got "x"',
  ],
  [
    'a missing field',
    { features: ['x'], classes: 2, initializer: 'xavier', seed: 1 },
    'network.hidden: expected a list of 0 to 8 entries, got nothing',
  ],
  [
    'nine hidden layers',
    { ...smallNetwork, hidden: hiddenLayers('relu', 1, 1, 1, 1, 1, 1, 1, 1, 1) },
    'network.hidden: expected a list of 0 to 8 entries, got a list of 9',
  ],
  [
    'a layer without units',
    { ...smallNetwork, hidden: hiddenLayers('relu', 3, 0) },
    'network.hidden[1].units: expected a whole number from 1 to 256, got 0',
  ],
  [
    'a layer of 257 units',
    { ...smallNetwork, hidden: hiddenLayers('relu', 257) },
    'network.hidden[0].units: expected a whole number from 1 to 256, got 257',
  ],
  [
    'half a unit',
    { ...smallNetwork, hidden: hiddenLayers('relu', 2.5) },
    'network.hidden[0].units: expected a whole number from 1 to 256, got 2.5',
  ],
  [
    'units as text',
    { ...smallNetwork, hidden: [{ units: '4', activation: 'relu' }] },
    'network.hidden[0].units: expected a whole number from 1 to 256, got "4"',
  ],
  [
    'an unknown activation',
    { ...smallNetwork, hidden: hiddenLayers('RELU', 3) },
    `network.hidden[0].activation: expected ${activations}, got "RELU"`,
  ],
  [
    'a layer that is a number',
    { ...smallNetwork, hidden: [20] },
    'network.hidden[0]: expected an object, got 20',
  ],
  [
    'one class',
    { ...smallNetwork, classes: 1 },
    'network.classes: expected a whole number from 2 to 10, got 1',
  ],
  [
    'eleven classes',
    { ...smallNetwork, classes: 11 },
    'network.classes: expected a whole number from 2 to 10, got 11',
  ],
  [
    'an unknown initializer',
    { ...smallNetwork, initializer: true },
    'network.initializer: expected one of xavier, he, uniform, zeros, got true',
  ],
  [
    'a seed below 0',
    { ...smallNetwork, seed: -1 },
    'network.seed: expected a whole number from 0 to 4294967295, got -1',
  ],
  [
    'a seed of 33 bits',
    { ...smallNetwork, seed: 2 ** 32 },
    'network.seed: expected a whole number from 0 to 4294967295, got 4294967296',
  ],
  [
    'a seed that is not a number',
    { ...smallNetwork, seed: NaN },
    'network.seed: expected a whole number from 0 to 4294967295, got NaN',
  ],
];

describe('validateNetwork', () => {
  it('returns an equal network, and a copy', () => {
    const checked = validateNetwork(smallNetwork);
    expect(checked).toEqual(smallNetwork);
    expect(checked).not.toBe(smallNetwork);
  });

  it('takes the ends of every range', () => {
    const smallest = { ...smallNetwork, features: ['y'], hidden: [], classes: 2, seed: 0 };
    const largest = {
      ...smallNetwork,
      hidden: hiddenLayers('gelu', 256, 1, 256, 1, 256, 1, 256, 1),
      classes: 10,
      seed: 2 ** 32 - 1,
    };
    expect(validateNetwork(smallest)).toEqual(smallest);
    expect(validateNetwork(largest)).toEqual(largest);
  });

  for (const [title, value, message] of refused) {
    it(`refuses ${title}`, () => {
      expect(refusalOf(() => validateNetwork(value))).toBe(message);
    });
  }
});
