import { describe, expect, test } from 'vitest';
import { hiddenLayers, smallNetwork } from '../support/networks.ts';
import { largeShape, specificationOf } from './benchCases.ts';
import { multiplyAdds, operationsPerStep } from './multiplyAdds.ts';

describe('multiply-adds', () => {
  test('of a small network, as one counts them by hand', () => {
    const network = { ...smallNetwork, hidden: hiddenLayers('relu', 20) };
    // 2·20 + 20·2 weights; errors go back through the second layer only.
    expect(multiplyAdds(network)).toEqual({ forward: 80, gradient: 80, backward: 40 });
    expect(operationsPerStep(network, 50)).toBe(2 * 50 * 200);
  });

  test('of the large network', () => {
    const { network } = specificationOf(largeShape);
    const weights = 2 * 64 + 7 * 64 * 64 + 64 * 2;
    const sum = weights + weights + (weights - 2 * 64);
    expect(operationsPerStep(network, 256)).toBe(2 * 256 * sum);
  });
});
