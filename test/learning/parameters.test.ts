import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import { layerShapes, parameterCount } from '../../src/learning/parameters.ts';
import { smallNetwork } from '../support/networks.ts';

describe('the flat vector of parameters', () => {
  it('has 102 numbers for 2-20-2', () => {
    expect(parameterCount(articleConfiguration.network)).toBe(102);
  });

  it('holds, layer by layer, the weights and then the biases: 2-6-5-2', () => {
    expect(layerShapes(smallNetwork)).toEqual([
      { inputs: 2, outputs: 6, weights: 0, biases: 12 },
      { inputs: 6, outputs: 5, weights: 18, biases: 48 },
      { inputs: 5, outputs: 2, weights: 53, biases: 63 },
    ]);
    expect(parameterCount(smallNetwork)).toBe(65);
  });

  it('has one layer without a hidden one', () => {
    expect(layerShapes({ ...smallNetwork, hidden: [], classes: 3 })).toEqual([
      { inputs: 2, outputs: 3, weights: 0, biases: 6 },
    ]);
  });
});
