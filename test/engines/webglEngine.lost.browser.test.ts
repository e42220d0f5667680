import { expect, it, onTestFinished } from 'vitest';
import { borrowDevice, returnDevice } from '../../src/engines/webgl/deviceShare.ts';
import { createWebglEngine } from '../../src/engines/webglEngine.ts';
import { type Engine, EngineLostError } from '../../src/learning/engine.ts';
import { smallSpecification, someParameters, someSamples } from '../support/networks.ts';

const specification = smallSpecification();
const parameters = someParameters(specification.network);
const window = { left: -1, right: 1, bottom: -1, top: 1 };

async function startEngine(): Promise<Engine> {
  const engine = await createWebglEngine(specification, parameters);
  onTestFinished(() => engine.dispose());
  await engine.load('training', someSamples(70));
  return engine;
}

/** Loses the context that all engines of this page share. */
function loseContext(): WEBGL_lose_context {
  const device = borrowDevice();
  const extension = device.gl.getExtension('WEBGL_lose_context');
  if (!extension) throw new Error('This browser cannot lose a context on purpose.');
  extension.loseContext();
  returnDevice(device);
  return extension;
}

const requests: Readonly<Record<string, (engine: Engine) => Promise<unknown>>> = {
  'a long training': (engine) => engine.train(1_000_000),
  'a single step': (engine) => engine.train(1),
  'the parameters': (engine) => engine.parameters(),
  'a snapshot': (engine) => engine.snapshot(),
  'new parameters': (engine) => engine.setParameters(parameters),
  'another updater': (engine) => engine.configure({ ...specification.training, updater: 'adam' }),
  'a field': (engine) => engine.field(window, 64),
  'the loss': (engine) => engine.loss('training'),
  'a gradient': (engine) => engine.gradient(Uint32Array.of(0, 1)),
  'other samples': (engine) => engine.load('training', someSamples(20)),
};

for (const [title, ask] of Object.entries(requests)) {
  it(`rejects ${title} when the context is lost meanwhile`, async () => {
    const engine = await startEngine();
    const answer = expect(ask(engine)).rejects.toThrow(EngineLostError);
    await Promise.resolve();
    loseContext();
    await answer;
  });

  it(`refuses ${title} on a lost context`, async () => {
    const engine = await startEngine();
    loseContext();
    await expect(ask(engine)).rejects.toThrow(EngineLostError);
    await expect(ask(engine)).rejects.toThrow(/lost/);
  });
}

it('rejects training when the context is lost while it runs', async () => {
  const engine = await startEngine();
  const training = expect(engine.train(1_000_000)).rejects.toThrow(EngineLostError);
  while (engine.progress().step < 20) await new Promise((resolve) => setTimeout(resolve, 5));
  loseContext();
  await training;
});

it('stays lost when the context is restored, because it is then empty', async () => {
  const engine = await startEngine();
  const extension = loseContext();
  await new Promise((resolve) => setTimeout(resolve, 50));
  extension.restoreContext();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(engine.parameters()).rejects.toThrow(EngineLostError);
});

it('can be replaced by a new engine, which continues from a snapshot', async () => {
  const lost = await startEngine();
  await lost.train(7);
  const snapshot = await lost.snapshot();
  await lost.train(6);
  const undisturbed = await lost.parameters();
  loseContext();
  await expect(lost.train(1)).rejects.toThrow(EngineLostError);
  lost.dispose();

  const engine = await startEngine();
  await engine.restore(snapshot);
  await engine.train(6);
  expect(await engine.parameters()).toEqual(undisturbed);
});
