import { describe, expect, it } from 'vitest';
import { parameterCount } from '../../../src/learning/parameters.ts';
import type { NetworkSpecification } from '../../../src/learning/specification.ts';
import {
  incomingParameters,
  outgoingParameters,
  parameterName,
} from '../../../src/state/network/parameterPlaces.ts';
import { hiddenLayers, smallNetwork } from '../../support/networks.ts';

// 2-3-4-2: 6 + 3, 12 + 4 and 8 + 2 parameters, from 0, 9 and 25 on.
const network: NetworkSpecification = {
  ...smallNetwork,
  features: ['y', 'xx'],
  hidden: hiddenLayers('tanh', 3, 4),
};

describe('the parameters of a node', () => {
  it('are its weights by input, and its bias', () => {
    expect(incomingParameters(network, 1, 2)).toEqual([2, 5, 8]);
    expect(incomingParameters(network, 2, 0)).toEqual([9, 13, 17, 21]);
    expect(incomingParameters(network, 3, 1)).toEqual([26, 28, 30, 32, 34]);
    expect(incomingParameters(network, 0, 0)).toEqual([]);
  });

  it('that go out are one for each node of the next layer', () => {
    expect(outgoingParameters(network, 1, 2)).toEqual([17, 18, 19, 20]);
    expect(outgoingParameters(network, 2, 0)).toEqual([25, 26]);
    expect(outgoingParameters(network, 3, 1)).toEqual([]);
    expect(outgoingParameters(network, 0, 1)).toEqual([]);
  });

  it('come in to all nodes together once each', () => {
    const all = [3, 4, 2].flatMap((count, layer) =>
      Array.from({ length: count }, (_, index) => incomingParameters(network, layer + 1, index)),
    );
    const indices = all.flat().sort((a, b) => a - b);
    expect(indices).toEqual(Array.from({ length: parameterCount(network) }, (_, i) => i));
  });
});

it.each([
  [0, 'weight from y to unit 1 of layer 1'],
  [5, 'weight from x² to unit 3 of layer 1'],
  [8, 'bias of unit 3 of layer 1'],
  [17, 'weight from unit 3 of layer 1 to unit 1 of layer 2'],
  [24, 'bias of unit 4 of layer 2'],
  [32, 'weight from unit 4 of layer 2 to blue'],
  [34, 'bias of blue'],
  [35, ''],
])('names parameter %i: %s', (index, name) => {
  expect(parameterName(network, index)).toBe(name);
});
