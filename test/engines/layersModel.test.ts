import { type Tensor, tensor2d } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { modelFiles } from '../../src/engines/layersModel.ts';
import { activations } from '../../src/learning/activations/activations.ts';
import { featureMatrix } from '../../src/learning/features.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type { NetworkSpecification } from '../../src/learning/specification.ts';
import { loadModel } from '../support/loadLayersModel.ts';
import {
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';

const { points } = someSamples(40);
// tfjs computes in single precision.
const tolerance = { absolute: 2e-6, relative: 0 };

function predictions(model: LayersModel, { features }: NetworkSpecification): Float32Array {
  const matrix = featureMatrix(features, points);
  const inputs = tensor2d(matrix, [points.length / 2, features.length]);
  const output = model.predict(inputs) as Tensor;
  const probabilities = output.dataSync<'float32'>().slice();
  inputs.dispose();
  output.dispose();
  return probabilities;
}

async function expectSamePredictions(network: NetworkSpecification): Promise<void> {
  const parameters = someParameters(network);
  const model = await loadModel(await modelFiles(network, parameters));
  onTestFinished(() => void model.dispose());
  const { training } = smallSpecification();
  const reference = new ReferenceNetwork({ network, training }, parameters);
  expectClose(predictions(model, network), reference.predict(points), tolerance);
}

describe('the files load as a tfjs model that predicts the same', () => {
  for (const { name } of activations) {
    it(`with the activation ${name}`, async () => {
      const { network } = smallSpecification({ hidden: hiddenLayers(name, 6, 5) });
      await expectSamePredictions(network);
    });
  }

  it('with mixed activations, other features and seven classes', async () => {
    const { network } = smallSpecification({
      features: ['xy', 'x', 'siny'],
      hidden: [...hiddenLayers('leakyRelu', 4), ...hiddenLayers('gelu', 9)],
      classes: 7,
    });
    await expectSamePredictions(network);
  });

  it('with no hidden layer', async () => {
    const { network } = smallSpecification({ hidden: [] });
    await expectSamePredictions(network);
  });
});

describe('the files', () => {
  it('hold the parameters as they stand and name the features', async () => {
    const { network } = smallSpecification();
    const parameters = someParameters(network);
    const { modelJson, weights } = await modelFiles(network, parameters);
    expect(new Float32Array(weights)).toEqual(parameters);
    expect(JSON.parse(modelJson)).toMatchObject({ userDefinedMetadata: { features: ['x', 'y'] } });
  });

  it('are refused for parameters of another network', async () => {
    const { network } = smallSpecification();
    await expect(modelFiles(network, new Float32Array(3))).rejects.toThrow(
      /^parameters: expected 65 numbers .*, got 3$/,
    );
  });
});
