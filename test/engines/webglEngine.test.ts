import { describe, expect, it } from 'vitest';
import { createWebglEngine } from '../../src/engines/webglEngine.ts';
import { parameterCount } from '../../src/learning/parameters.ts';
import type { Specification } from '../../src/learning/specification.ts';
import { hiddenLayers, smallSpecification } from '../support/networks.ts';

const create = (specification: Specification) =>
  createWebglEngine(specification, new Float32Array(parameterCount(specification.network)));

describe('the WebGL engine refuses', () => {
  it.each([
    [
      { hidden: hiddenLayers('relu', ...Array.from({ length: 9 }, () => 4)) },
      'hidden layers: the WebGL engine takes at most 8, got 9',
    ],
    [
      { hidden: hiddenLayers('relu', 64, 65) },
      'units of hidden layer 2: the WebGL engine takes at most 64, got 65',
    ],
    [{ classes: 11 }, 'classes: the WebGL engine takes at most 10, got 11'],
  ])('the network %o', async (network, sentence) => {
    await expect(create(smallSpecification(network))).rejects.toThrow(new RangeError(sentence));
  });

  it('mini-batches of more than 1,024', async () => {
    await expect(create(smallSpecification({}, { batchSize: 1025 }))).rejects.toThrow(
      new RangeError('samples in a mini-batch: the WebGL engine takes at most 1024, got 1025'),
    );
  });

  it('parameters of another network', async () => {
    await expect(createWebglEngine(smallSpecification(), new Float32Array(3))).rejects.toThrow(
      /^parameters: expected 65 numbers .*, got 3$/,
    );
  });

  it('to run in Node', async () => {
    await expect(create(smallSpecification())).rejects.toThrow(
      'There is no WebGL outside a browser.',
    );
  });
});
