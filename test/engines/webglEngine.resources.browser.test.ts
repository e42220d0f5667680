import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { WebglDevice } from '../../src/engines/webgl/device.ts';
import { borrowDevice, returnDevice } from '../../src/engines/webgl/deviceShare.ts';
import { createWebglEngine } from '../../src/engines/webglEngine.ts';
import type { Engine } from '../../src/learning/engine.ts';
import type { TrainingSpecification } from '../../src/learning/specification.ts';
import {
  smallSpecification,
  smallTraining,
  someParameters,
  someSamples,
} from '../support/networks.ts';

let device: WebglDevice;

beforeEach(() => {
  device = borrowDevice();
  onTestFinished(() => returnDevice(device));
});

/** What tfjs and its backend hold at the moment. */
function held() {
  const textures = device.backend.getTextureManager();
  return {
    tensors: memory().numTensors,
    data: device.backend.numDataIds(),
    textures: textures.getNumUsedTextures(),
  };
}

async function startEngine(training: Partial<TrainingSpecification> = {}): Promise<Engine> {
  const specification = smallSpecification({}, training);
  const engine = await createWebglEngine(specification, someParameters(specification.network));
  await engine.load('training', someSamples(70));
  await engine.load('evaluation', someSamples(30));
  return engine;
}

/** Resolves when all earlier calls have ended. */
async function disposeOf(engine: Engine): Promise<void> {
  engine.dispose();
  await expect(engine.parameters()).rejects.toThrow(/disposed of/);
}

for (const [title, training] of [
  ['plain steps', {}],
  ['clipped steps', { clipping: 0.1, updater: 'adam', dropout: 0.2 }],
  ['masked steps', { clipping: 0.1, frozen: [0, 40], cut: [3] }],
] as const) {
  it(`holds as much after 1,000 ${title} as before`, async () => {
    const before = held();
    const engine = await startEngine(training);
    await engine.train(1);
    const after1 = held();
    const free1 = device.backend.getTextureManager().getNumFreeTextures();
    await engine.train(1000);
    expect(held()).toEqual(after1);
    expect(device.backend.getTextureManager().getNumFreeTextures()).toBe(free1);
    await disposeOf(engine);
    expect(held()).toEqual(before);
  });
}

it('holds nothing after every method has been called', async () => {
  const before = held();
  const engine = await startEngine();
  const window = { left: -1, right: 1, bottom: -1, top: 1 };
  for (let round = 0; round < 3; round++) {
    const updater = round === 1 ? 'adam' : 'sgd';
    await engine.configure({ ...smallTraining, updater, frozen: [round], cut: [5, 60] });
    await engine.train(10);
    await engine.restore(await engine.snapshot());
    await engine.setParameters(await engine.parameters());
    await engine.load('training', someSamples(80 + round));
    await engine.gradient(Uint32Array.from({ length: 80 }, (_, i) => i));
    await engine.probabilities('training');
    await engine.loss('evaluation');
    await engine.predict(someSamples(200).points);
    await engine.activations(someSamples(200).points);
    for (let tile = 0; tile < 8; tile++) await engine.field({ ...window, right: 1 + tile }, 16);
    await engine.field({ ...window, top: 2 + round }, 512);
  }
  await disposeOf(engine);
  expect(held()).toEqual(before);
});

it('does not touch another engine on the same device', async () => {
  const [one, other] = await Promise.all([startEngine(), startEngine()]);
  onTestFinished(() => other.dispose());
  await Promise.all([one.train(30), other.train(20)]);
  await disposeOf(one);
  await other.train(10);
  const third = await startEngine();
  onTestFinished(() => third.dispose());
  await third.train(30);
  expect(await other.parameters()).toEqual(await third.parameters());
});
