import { describe, expect, it, onTestFinished } from 'vitest';
import { modelFiles } from '../../src/engines/layersModel.ts';
import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import { activations } from '../../src/learning/activations/activations.ts';
import { features } from '../../src/learning/features.ts';
import { scalePoints } from '../../src/learning/scaling/fitScaling.ts';
import type { NetworkSpecification } from '../../src/learning/specification.ts';
import { loadModel, predictWith, registerSine } from '../support/loadLayersModel.ts';
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

/** The loaded files predict from x and y what the engine predicts. */
async function expectSamePredictions(network: NetworkSpecification): Promise<void> {
  const parameters = someParameters(network);
  const model = await loadModel(await modelFiles(network, parameters));
  onTestFinished(() => void model.dispose());
  const { training } = smallSpecification();
  const engine = await createSimdEngine({ network, training }, parameters);
  expectClose(predictWith(model, points), await engine.predict(points), tolerance);
}

const stockActivations = activations.map(({ name }) => name).filter((name) => name !== 'sine');
const stockFeatures = features.map(({ name }) => name).filter((name) => !/sin|cos/.test(name));

describe('plain tfjs loads the files, which predict the same from x and y', () => {
  it.each(stockActivations)('with the activation %s', async (name) => {
    const { network } = smallSpecification({ hidden: hiddenLayers(name, 6, 5) });
    await expectSamePredictions(network);
  });

  it.each([...stockFeatures, 'y x', 'xx yy xy', stockFeatures.toReversed().join(' ')])(
    'with the features %s',
    async (names) => {
      await expectSamePredictions(smallSpecification({ features: names.split(' ') }).network);
    },
  );

  it('with mixed activations, other features and seven classes', async () => {
    const { network } = smallSpecification({
      features: ['xy', 'x', 'yy'],
      hidden: [...hiddenLayers('leakyRelu', 4), ...hiddenLayers('gelu', 9)],
      classes: 7,
    });
    await expectSamePredictions(network);
  });

  it('before they were scaled', async () => {
    const { network, training } = smallSpecification({ features: ['x', 'xy', 'yy'] });
    const parameters = someParameters(network);
    const scaling = { x: { shift: 3, size: 0.5 }, y: { shift: -1, size: 4 } };
    const model = await loadModel(await modelFiles(network, parameters, { scaling }));
    onTestFinished(() => void model.dispose());
    const engine = await createSimdEngine({ network, training }, parameters);
    const expected = await engine.predict(scalePoints(points, scaling));
    expectClose(predictWith(model, points), expected, { absolute: 2e-5, relative: 0 });
  });

  it('with no hidden layer', async () => {
    await expectSamePredictions(smallSpecification({ hidden: [] }).network);
  });
});

// Last in the file, because what is registered stays so.
describe('the sine, which tfjs lacks', () => {
  const { network } = smallSpecification({ hidden: hiddenLayers('sine', 6) });
  const featured = smallSpecification({ features: ['siny', 'cosx', 'x'] }).network;

  it.each([
    ['activation', network],
    ['feature', featured],
  ])('as %s: the files come with a note, and do not load as they are', async (_, each) => {
    const files = await modelFiles(each, someParameters(each));
    expect(files.note).toMatch(/^tfjs has no sine: before you load this model, register /);
    expect(files.modelJson).toMatch(/"register": \[\s*"sine"\s*\]/);
    await expect(loadModel(files)).rejects.toThrow('Unknown activation: sine');
  });

  it('loads once it is registered by the code of docs/saved-model.md', async () => {
    registerSine();
    await expectSamePredictions(network);
    await expectSamePredictions(featured);
    const names = features.map(({ name }) => name);
    await expectSamePredictions(smallSpecification({ features: names }).network);
  });
});

describe('the files', () => {
  it('hold the parameters as they are, and say what goes in and comes out', async () => {
    const { network } = smallSpecification();
    const parameters = someParameters(network);
    const { modelJson, weights, note } = await modelFiles(network, parameters);
    expect(new Float32Array(weights)).toEqual(parameters);
    expect(note).toBe('');
    expect(JSON.parse(modelJson)).toMatchObject({
      userDefinedMetadata: {
        inputs: ['x', 'y'],
        features: ['x', 'y'],
        classes: ['red', 'blue'],
        register: [],
      },
    });
  });

  it('have a name that only the same network has, and the description names the weights', async () => {
    const { network } = smallSpecification();
    const parameters = someParameters(network);
    const files = await modelFiles(network, parameters);
    expect(files.name).toMatch(/^edgewise-2-6-5-2-[0-9a-f]{8}$/);
    expect(files.modelJson).toContain(`"./${files.name}.bin"`);
    expect(await modelFiles(network, parameters)).toEqual(files);
    const later = await modelFiles(network, someParameters(network, 9));
    const { network: other } = smallSpecification({ hidden: hiddenLayers('relu', 6, 5) });
    const relu = await modelFiles(other, parameters);
    expect(new Set([files.name, later.name, relu.name]).size).toBe(3);
  });

  it('name the weights as they are asked to', async () => {
    const { network } = smallSpecification();
    const { modelJson } = await modelFiles(network, someParameters(network), {
      weightsFile: 'weights.bin',
    });
    expect(JSON.parse(modelJson)).toMatchObject({
      weightsManifest: [{ paths: ['./weights.bin'] }],
    });
  });

  it('are refused for parameters of another network', async () => {
    const { network } = smallSpecification();
    await expect(modelFiles(network, new Float32Array(3))).rejects.toThrow(
      /^parameters: expected 65 numbers .*, got 3$/,
    );
  });
});
