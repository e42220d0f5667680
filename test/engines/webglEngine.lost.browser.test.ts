import { expect, it, onTestFinished } from 'vitest';
import { borrowDevice, returnDevice } from '../../src/engines/webgl/deviceShare.ts';
import { createWebglEngine } from '../../src/engines/webglEngine.ts';
import { type Engine, EngineLostError } from '../../src/learning/engine.ts';
import { nextTurn } from '../../src/training/nextTurn.ts';
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

/** The context that all engines of this page share. */
function sharedContext(): WebGL2RenderingContext {
  const device = borrowDevice();
  returnDevice(device);
  return device.gl;
}

function losing(gl: WebGL2RenderingContext): WEBGL_lose_context {
  const extension = gl.getExtension('WEBGL_lose_context');
  if (!extension) throw new Error('This browser cannot lose a context on purpose.');
  return extension;
}

function loseContext(): void {
  losing(sharedContext()).loseContext();
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

it('rejects a training that has made steps', async () => {
  const engine = await startEngine();
  const training = expect(engine.train(1_000_000)).rejects.toThrow(EngineLostError);
  await expect.poll(() => engine.progress().step).toBeGreaterThan(20);
  loseContext();
  await training;
});

it('stays lost when the context is restored, because it is empty then', async () => {
  const engine = await startEngine();
  const gl = sharedContext();
  const extension = losing(gl);
  const heard = (name: string) =>
    new Promise<Event>((resolve) => {
      gl.canvas.addEventListener(name, resolve, { once: true });
    });
  // A context can only be restored if a listener prevents the default.
  gl.canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { once: true });
  const lost = heard('webglcontextlost');
  const restored = heard('webglcontextrestored');
  extension.loseContext();
  await lost;
  await nextTurn(0); // only after all listeners have run may the context be restored
  extension.restoreContext();
  await restored;
  expect(gl.isContextLost()).toBe(false);
  await expect(engine.parameters()).rejects.toThrow(EngineLostError);
});

it('is replaced by a new engine, which continues from a snapshot', async () => {
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
