import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { io, type Tensor, tensor2d } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { modelFiles, toLayersModel } from '../../src/engines/layersModel.ts';
import { activations } from '../../src/learning/activations/activations.ts';
import { featureMatrix } from '../../src/learning/features.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type { NetworkSpecification } from '../../src/learning/specification.ts';
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

function expectSamePredictions(model: LayersModel, network: NetworkSpecification): void {
  onTestFinished(() => void model.dispose());
  const { training } = smallSpecification();
  const reference = new ReferenceNetwork({ network, training }, someParameters(network));
  expectClose(predictions(model, network), reference.predict(points), tolerance);
}

describe('the tfjs model predicts the same', () => {
  for (const { name } of activations) {
    it(`with the activation ${name}`, async () => {
      const { network } = smallSpecification({ hidden: hiddenLayers(name, 6, 5) });
      expectSamePredictions(await toLayersModel(network, someParameters(network)), network);
    });
  }

  it('with mixed activations, other features and seven classes', async () => {
    const { network } = smallSpecification({
      features: ['xy', 'x', 'siny'],
      hidden: [...hiddenLayers('leakyRelu', 4), ...hiddenLayers('gelu', 9)],
      classes: 7,
    });
    expectSamePredictions(await toLayersModel(network, someParameters(network)), network);
  });

  it('with no hidden layer', async () => {
    const { network } = smallSpecification({ hidden: [] });
    expectSamePredictions(await toLayersModel(network, someParameters(network)), network);
  });
});

describe('the files', () => {
  it('are what loadLayersModel reads', async () => {
    const { network } = smallSpecification({ hidden: hiddenLayers('leakyRelu', 6, 3) });
    await toLayersModel(network, someParameters(network)); // chooses a backend
    const { modelJson, weights } = await modelFiles(network, someParameters(network));
    const files = new Map<string, Uint8Array<ArrayBuffer>>([
      ['model.json', new TextEncoder().encode(modelJson)],
      ['weights.bin', new Uint8Array(weights)],
    ]);
    const fetchFunc = (path: string) =>
      Promise.resolve(new Response(files.get(path.slice(path.lastIndexOf('/') + 1))));
    const source = io.http('https://models.test/model.json', {
      fetchFunc: fetchFunc as typeof fetch,
    });
    expectSamePredictions(await loadLayersModel(source), network);
  });

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

it('prints nothing', () => {
  const script = `
    import { toLayersModel } from './src/engines/layersModel.ts';
    import { smallNetwork, someParameters } from './test/support/networks.ts';
    const model = await toLayersModel(smallNetwork, someParameters(smallNetwork));
    if (model.countParams() !== 65) throw new Error('Expected 65 parameters.');`;
  const values = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const printed = execFileSync(process.execPath, values, {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  expect(printed).toBe('');
});
