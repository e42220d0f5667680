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
      'The WebGL engine takes at most 8 hidden layers, not 9.',
    ],
    [
      { hidden: hiddenLayers('relu', 64, 65) },
      'The WebGL engine takes at most 64 units in a hidden layer, not 65.',
    ],
    [{ classes: 11 }, 'The WebGL engine takes at most 10 classes, not 11.'],
  ])('the network %o', async (network, sentence) => {
    await expect(create(smallSpecification(network))).rejects.toThrow(new RangeError(sentence));
  });

  it('mini-batches of more than 1,024', async () => {
    await expect(create(smallSpecification({}, { batchSize: 1025 }))).rejects.toThrow(
      new RangeError('The WebGL engine takes at most 1024 samples in a mini-batch, not 1025.'),
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
