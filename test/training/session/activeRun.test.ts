import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { makeSampleSets } from '../../../src/learning/datasets/makeSampleSets.ts';
import type { Snapshot } from '../../../src/learning/engine.ts';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { articleStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const { network, training } = articleConfiguration;

/** The snapshot of the article's run after that many steps, without any session. */
async function trained(steps: number): Promise<Snapshot> {
  const parameters = Float32Array.from(initialParameters(network));
  const engine = await createSimdEngine(articleConfiguration, parameters);
  await engine.load('training', articleStart.samples.training);
  await engine.train(steps);
  return engine.snapshot();
}

describe('a change while training', () => {
  it('keeps the weights and the progress, and acts', async () => {
    const steered = new SteeredSession();
    await steered.start({ stepsPerFrame: 1 });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(1000);
    const { stopping } = articleStart.configuration;
    const changed = { ...training, updater: 'adam', hyperparameters: {}, rate: 0.1, l2: 0.001 };
    await steered.command({ kind: 'changeTraining', training: changed, stopping });
    const { progress, parameters, updaterState } = steered.snapshot;
    expect(progress.step).toBeGreaterThan(50);
    expect(progress.updates).toBe(0);
    expect(parameters).toEqual((await trained(progress.step)).parameters);
    expect(updaterState).toEqual(new Float32Array(204));
    await steered.rests();
    expect(steered.engines).toHaveLength(1);
    expect(steered.snapshot.progress).toMatchObject({ step: 600, updates: 600 - progress.step });
    const before = await trained(progress.step);
    const engine = await createSimdEngine({ network, training: changed }, before.parameters);
    await engine.load('training', articleStart.samples.training);
    await engine.restore({ ...before, progress, updaterState });
    await engine.train(600 - progress.step);
    expect(steered.snapshot).toEqual(await engine.snapshot());
  });

  it('begins with single steps, for their cost is another one', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 0, sample: 0.01, cell: 0 };
    const samples = makeSampleSets({ set: 'linear', training: 5000, evaluation: 10, seed: 1 });
    const configuration = { ...articleConfiguration, training: { ...training, batchSize: 1 } };
    await steered.start({ configuration, samples, watches: [] });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(500);
    expect(steered.engine.longestCall).toBeGreaterThan(12);
    steered.engine.longestCall = 0;
    const changed = { ...training, batchSize: 40 };
    const { stopping } = articleConfiguration;
    await steered.command({ kind: 'changeTraining', training: changed, stopping });
    await steered.clock.pass(500);
    // As many steps as before would take 40 times as long.
    expect(steered.engine.longestCall).toBeLessThan(17);
  });

  it('at rest leaves the parameters as they are', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    const { parameters, updaterState } = steered.snapshot;
    const { stopping } = articleStart.configuration;
    const changed = { ...training, batchSize: 30, rate: 0.2 };
    await steered.command({ kind: 'changeTraining', training: changed, stopping });
    expect(steered.snapshot.parameters).toEqual(parameters);
    expect(steered.snapshot.updaterState).toEqual(updaterState);
    await steered.clock.pass(100);
    expect(steered.frame.stepsPerEpoch).toBe(34);
    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    // 1000 samples in batches of 30: 33 and one of 10.
    expect(steered.frame.progress).toMatchObject({ step: 54, epoch: 2, position: 0 });
  });

  it('moves the end of training', async () => {
    const steered = new SteeredSession();
    await steered.start({ stepsPerFrame: 1 });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(1000);
    const stopping = { ...articleStart.configuration.stopping, epochs: 5 };
    await steered.command({ kind: 'changeTraining', training, stopping });
    await steered.rests();
    expect(steered.reason).toBe('5 epochs are done.');
    expect(steered.snapshot.progress.step).toBe(100);
  });

  it('is refused when it is out of range, and the run continues', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const { stopping } = articleStart.configuration;
    await steered.command({
      kind: 'changeTraining',
      training: { ...training, batchSize: 0 },
      stopping,
    });
    const refused = entryAt(steered.of('refused'), 0);
    expect(refused.command).toBe('changeTraining');
    expect(refused.message).toMatch(/batch size: expected a whole number from 1 to \d+, got 0/);
    await steered.trainToTheEnd();
    expect(steered.phase).toBe('finished');
  });
});

describe('a model', () => {
  it('is handed over on request', async () => {
    const weights = new Float32Array([1, 2, 3]).buffer;
    const files = { name: 'edgewise', modelJson: '{}', weights, note: '' };
    const asked: unknown[] = [];
    const steered = new SteeredSession((_network, _parameters, options) => {
      asked.push(options);
      return Promise.resolve(files);
    });
    await steered.start();
    const scaling = { x: { shift: 1, size: 2 }, y: { shift: 0, size: 1 } };
    await steered.command({ kind: 'save', scaling });
    expect(asked).toEqual([{ scaling }]);
    const { files: received } = entryAt(steered.of('model'), 0);
    expect(received.modelJson).toBe('{}');
    expect(new Float32Array(received.weights)).toEqual(new Float32Array([1, 2, 3]));
  });

  it('is refused with a sentence where it cannot be made', async () => {
    const steered = new SteeredSession(() => Promise.reject(new Error('There is no room.')));
    await steered.start();
    await steered.command({ kind: 'save' });
    expect(steered.of('refused')).toEqual([
      {
        kind: 'refused',
        session: 1,
        run: 1,
        command: 'save',
        message: 'The model could not be saved: There is no room.',
      },
    ]);
    expect(steered.phase).toBe('ready');
  });
});

describe('steps and epochs asked for faster than they are made', () => {
  it('are all made', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 20, cell: 0.01 };
    await steered.start();
    for (let i = 0; i < 6; i++) steered.send({ kind: 'step', unit: 'step' });
    await steered.clock.pass(1000);
    expect(steered.frame.progress.step).toBe(6);
    for (let i = 0; i < 5; i++) steered.send({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(10_000);
    expect(steered.frame.progress).toMatchObject({ step: 100, epoch: 5 });
    expect(steered.phase).toBe('paused');
  });

  it('are one: a step in an epoch that is under way belongs to it', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 20, cell: 0.01 };
    await steered.start();
    steered.send({ kind: 'step', unit: 'epoch' });
    steered.send({ kind: 'step', unit: 'step' });
    await steered.clock.pass(3000);
    expect(steered.frame.progress.step).toBe(20);
  });

  it('end where training begins', async () => {
    const steered = new SteeredSession();
    await steered.start();
    steered.send({ kind: 'step', unit: 'step' });
    await steered.trainToTheEnd();
    expect(steered.frame.progress.step).toBe(600);
  });
});
