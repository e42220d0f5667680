import { describe, expect, it, onTestFinished } from 'vitest';
import { entryAt } from '../../src/learning/entryAt.ts';
import { borrowDevice, returnDevice } from '../../src/engines/webgl/deviceShare.ts';
import { createWebglEngine } from '../../src/engines/webglEngine.ts';
import { activations } from '../../src/learning/activations/activations.ts';
import type { Engine } from '../../src/learning/engine.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type { Specification } from '../../src/learning/specification.ts';
import {
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';

const tolerance = { absolute: 2e-6, relative: 1e-5 };

async function startEngine(specification: Specification): Promise<Engine> {
  const engine = await createWebglEngine(specification, someParameters(specification.network));
  onTestFinished(() => engine.dispose());
  return engine;
}

it('computes the same in a worker as on a page', async () => {
  const worker = new Worker(new URL('./webgl/engineWorker.ts', import.meta.url), {
    type: 'module',
  });
  onTestFinished(() => worker.terminate());
  const answer = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(20);

  const engine = await startEngine(smallSpecification());
  await engine.load('training', someSamples(70));
  await engine.train(20);
  expect(await answer).toEqual(await engine.parameters());
});

describe('more samples than fit in one go', () => {
  const specification = smallSpecification({ classes: 3, hidden: hiddenLayers('gelu', 6, 5) });
  const { points, labels } = someSamples(20_000, 3);

  it('are predicted as a few are', async () => {
    const engine = await startEngine(specification);
    const reference = new ReferenceNetwork(specification, someParameters(specification.network));
    expectClose(await engine.predict(points), reference.predict(points), tolerance);
    const layers = await engine.activations(points);
    const expected = reference.activations(points);
    expect(layers).toHaveLength(2);
    layers.forEach((layer, i) => expectClose(layer, entryAt(expected, i), tolerance));
  });

  it('are trained on, and give a loss and a gradient', async () => {
    const engine = await startEngine(specification);
    const reference = new ReferenceNetwork(specification, someParameters(specification.network));
    reference.load('training', { points, labels });
    await engine.load('training', { points, labels });
    expectClose([await engine.loss('training')], [reference.loss('training')], tolerance);
    const indices = Uint32Array.from({ length: 2500 }, (_, i) => 7 * i);
    expectClose(await engine.gradient(indices), reference.gradient(indices), tolerance);
  });
});

it('refuses more samples than a texture holds', async () => {
  const device = borrowDevice();
  onTestFinished(() => returnDevice(device));
  const side = Number(device.gl.getParameter(device.gl.MAX_TEXTURE_SIZE));
  const engine = await startEngine(smallSpecification());
  // With two features and the label, a sample takes one texel.
  const points = new Float32Array(2 * (256 * side + 1));
  await expect(engine.predict(points)).rejects.toThrow(
    `samples: WebGL takes at most ${256 * side} of them on this device, got ${256 * side + 1}`,
  );
});

it('computes a field of high resolution', async () => {
  const specification = smallSpecification();
  const engine = await startEngine(specification);
  const reference = new ReferenceNetwork(specification, someParameters(specification.network));
  const window = { left: -3, right: 1, bottom: -2, top: 2.5 };
  expectClose(await engine.field(window, 256), reference.field(window, 256), tolerance);
});

describe('a parameter that is not a number', () => {
  for (const { name } of activations) {
    it(`shows in probabilities and loss through the activation ${name}`, async () => {
      const specification = smallSpecification({ hidden: hiddenLayers(name, 6, 5) });
      const engine = await startEngine(specification);
      await engine.load('training', someSamples(70));
      const parameters = await engine.parameters();
      parameters[0] = NaN;
      await engine.setParameters(parameters);
      expect((await engine.probabilities('training')).every(Number.isNaN)).toBe(true);
      expect(await engine.loss('training')).toBeNaN();
      await engine.train(1);
      expect(await engine.loss('training')).toBeNaN();
    });
  }
});
