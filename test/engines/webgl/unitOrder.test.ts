import { expect, it } from 'vitest';
import { fromUnitOrder, toUnitOrder } from '../../../src/engines/webgl/unitOrder.ts';
import { layerShapes } from '../../../src/learning/parameters.ts';
import { smallNetwork, someParameters } from '../../support/networks.ts';

it('puts the weights and the bias of each unit side by side', () => {
  // Two inputs, three units: weights by input, then the biases.
  const vector = Float32Array.of(99, 11, 12, 13, 21, 22, 23, 1, 2, 3);
  const shape = { inputs: 2, outputs: 3, weights: 1, biases: 7 };
  const units = toUnitOrder(vector, shape);
  expect(Array.from(units)).toEqual([11, 21, 1, 0, 12, 22, 2, 0, 13, 23, 3, 0]);
});

it('is undone exactly', () => {
  const parameters = someParameters(smallNetwork);
  const restored = new Float32Array(parameters.length);
  for (const shape of layerShapes(smallNetwork)) {
    fromUnitOrder(toUnitOrder(parameters, shape), shape, restored);
  }
  expect(restored).toEqual(parameters);
});
