import { describe, expect, it } from 'vitest';
import { validateNetwork } from '../../../src/learning/validation/validateNetwork.ts';
import { hiddenLayers, smallNetwork } from '../../support/networks.ts';
import { faultOf, refusedBy } from './refusal.ts';

const refused: readonly (readonly [title: string, value: unknown, fault: string])[] = [
  ['nothing', undefined, 'network type'],
  ['null', null, 'network type'],
  ['a list', [], 'network type'],
  ['text', '2-20-2', 'network type'],
  ['an unknown key', { ...smallNetwork, depth: 3 }, 'network key'],
  ['no features', { ...smallNetwork, features: [] }, 'network.features range'],
  ['an unknown feature', { ...smallNetwork, features: ['x', 'z'] }, 'network.features[1] name'],
  [
    'a feature twice',
    { ...smallNetwork, features: ['x', 'y', 'x'] },
    'network.features[2] repeated',
  ],
  [
    'a missing field',
    { features: ['x'], classes: 2, initializer: 'xavier', seed: 1 },
    'network.hidden type',
  ],
  [
    'nine hidden layers',
    { ...smallNetwork, hidden: hiddenLayers('relu', 1, 1, 1, 1, 1, 1, 1, 1, 1) },
    'network.hidden range',
  ],
  [
    'a layer without units',
    { ...smallNetwork, hidden: hiddenLayers('relu', 3, 0) },
    'network.hidden[1].units range',
  ],
  [
    'a layer of 257 units',
    { ...smallNetwork, hidden: hiddenLayers('relu', 257) },
    'network.hidden[0].units range',
  ],
  [
    'half a unit',
    { ...smallNetwork, hidden: hiddenLayers('relu', 2.5) },
    'network.hidden[0].units whole',
  ],
  [
    'units as text',
    { ...smallNetwork, hidden: [{ units: '4', activation: 'relu' }] },
    'network.hidden[0].units type',
  ],
  [
    'an unknown activation',
    { ...smallNetwork, hidden: hiddenLayers('RELU', 3) },
    'network.hidden[0].activation name',
  ],
  ['a layer that is a number', { ...smallNetwork, hidden: [20] }, 'network.hidden[0] type'],
  ['one class', { ...smallNetwork, classes: 1 }, 'network.classes range'],
  ['eleven classes', { ...smallNetwork, classes: 11 }, 'network.classes range'],
  ['an unknown initializer', { ...smallNetwork, initializer: true }, 'network.initializer type'],
  ['a seed below 0', { ...smallNetwork, seed: -1 }, 'network.seed range'],
  ['a seed of 33 bits', { ...smallNetwork, seed: 2 ** 32 }, 'network.seed range'],
  ['a seed that is not a number', { ...smallNetwork, seed: NaN }, 'network.seed type'],
];

const messages: readonly (readonly [value: unknown, message: string])[] = [
  [
    { ...smallNetwork, hidden: hiddenLayers('relu', 3, 0) },
    'units of layer 2: expected a whole number from 1 to 256, got 0',
  ],
  [
    { ...smallNetwork, hidden: hiddenLayers('rleu', 3) },
    'activation of layer 1: expected one of relu, tanh, sigmoid, linear, leakyRelu, elu, ' +
      'softplus, swish, gelu, sine, got "rleu" (did you mean relu?)',
  ],
  [{ ...smallNetwork, features: ['x', 'y', 'x'] }, 'feature 3: expected no entry twice, got "x"'],
  [
    { ...smallNetwork, hidden: undefined },
    'hidden layers: expected a list of 0 to 8 entries, got nothing',
  ],
  [
    { ...smallNetwork, depth: 3 },
    'network: expected only the keys features, hidden, classes, initializer, seed, got "depth"',
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

  it.each(refused)('refuses %s', (_title, value, fault) => {
    expect(faultOf(() => validateNetwork(value))).toBe(fault);
  });

  it.each(messages)('names the field as the screen does (%#)', (value, message) => {
    expect(refusedBy(() => validateNetwork(value)).message).toBe(message);
  });
});
