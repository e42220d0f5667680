import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { makeSampleSets } from '../../../src/learning/datasets/makeSampleSets.ts';
import type { Snapshot } from '../../../src/learning/engine.ts';
import type { Samples } from '../../../src/learning/samples.ts';
import type { SampleSets } from '../../../src/training/protocol/commands.ts';
import { articleStart, endlessStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

/** 330 samples instead of 1000, and other evaluation samples. */
const others = makeSampleSets({ set: 'linear', training: 330, evaluation: 40, seed: 9 });

/** A run that rests in the middle of its third epoch, at step 47. */
async function midEpoch(): Promise<SteeredSession> {
  const steered = new SteeredSession();
  await steered.start();
  for (const unit of ['epoch', 'epoch'] as const) {
    await steered.command({ kind: 'step', unit });
    await steered.clock.pass(100);
  }
  for (let i = 0; i < 7; i++) steered.send({ kind: 'step', unit: 'step' });
  await steered.clock.pass(100);
  expect(steered.snapshot.progress).toMatchObject({ step: 47, epoch: 2, position: 350 });
  return steered;
}

function change(samples: SampleSets, samplesVersion = 2) {
  return { kind: 'changeSamples', samples, samplesVersion } as const;
}

/** The snapshot after that many steps from there, without any session. */
async function trained(snapshot: Snapshot, samples: Samples, steps: number): Promise<Snapshot> {
  const engine = await createSimdEngine(articleConfiguration, snapshot.parameters);
  await engine.load('training', samples);
  await engine.restore(snapshot);
  await engine.train(steps);
  return engine.snapshot();
}

describe('other samples', () => {
  it('leave weights, updater state and step as they are, and end the running epoch', async () => {
    const steered = await midEpoch();
    const before = steered.snapshot;
    await steered.command(change(others));
    const ended = { ...before, progress: { ...before.progress, epoch: 3, position: 0 } };
    expect(steered.snapshot).toEqual(ended);
    expect(steered.phase).toBe('paused');

    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    // 330 samples in batches of 50: 6 and one of 30.
    expect(steered.snapshot).toEqual(await trained(ended, others.training, 7));
    expect(steered.snapshot.progress).toMatchObject({ step: 54, epoch: 4, position: 0 });
  });

  it('do not interrupt training', async () => {
    const steered = new SteeredSession();
    await steered.start(endlessStart);
    await steered.command({ kind: 'train' });
    await steered.clock.pass(200);
    await steered.command(change(others));
    const { step } = steered.snapshot.progress;
    await steered.clock.pass(200);
    expect(steered.phase).toBe('training');
    expect(steered.frame.progress.step).toBeGreaterThan(step);
    expect(steered.frame).toMatchObject({ stepsPerEpoch: 7, samplesVersion: 2 });
    expect(steered.engines).toHaveLength(1);
  });

  it('are shown in a frame of their version; the field is not drawn again', async () => {
    const steered = await midEpoch();
    expect(steered.frame.samplesVersion).toBe(1);
    await steered.command(change(others));
    const { samplesVersion, stepsPerEpoch, pictures } = steered.frame;
    expect([samplesVersion, stepsPerEpoch]).toEqual([2, 7]);
    expect(Object.keys(pictures)).toEqual(['training', 'evaluation']);
    expect(steered.pictures.get('training')?.values).toHaveLength(2 * 330);
    expect(steered.pictures.get('evaluation')?.values).toHaveLength(2 * 40);
    const { evaluation } = steered.losses;
    expect(evaluation).toBe(await steered.engine.loss('evaluation'));
  });

  it('of the evaluation set alone do not end the epoch', async () => {
    const steered = await midEpoch();
    const before = steered.snapshot;
    const { training } = structuredClone(articleStart.samples);
    await steered.command(change({ training, evaluation: others.evaluation }));
    expect(steered.snapshot).toEqual(before);
    expect(steered.pictures.get('evaluation')?.values).toHaveLength(2 * 40);
  });

  it('at the start of an epoch do not count as an epoch', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.command(change(others));
    expect(steered.snapshot.progress).toEqual({ step: 0, epoch: 0, position: 0, updates: 0 });
    expect(steered.phase).toBe('ready');
  });

  it('make the stop rules forget what they have seen', async () => {
    const steered = new SteeredSession();
    const stopping = { epochs: 0, loss: 0, accuracy: 0.9, plateau: 0 };
    await steered.start({ configuration: { ...articleStart.configuration, stopping } });
    await steered.trainToTheEnd();
    expect(steered.reason).toMatch(/accuracy/);
    const { epoch } = steered.snapshot.progress;
    // The rule is spent: without other samples it would train without an end.
    await steered.command(change(others));
    await steered.trainToTheEnd();
    expect(steered.reason).toMatch(/accuracy/);
    expect(steered.snapshot.progress.epoch).toBe(epoch + 1);
  });

  it.each<[string, SampleSets, RegExp]>([
    [
      'that are none to train on',
      { ...others, training: { points: new Float32Array(), labels: new Uint8Array() } },
      /training samples: expected at least 1, got none/,
    ],
    [
      'of a class that the network has not',
      { ...others, evaluation: { points: new Float32Array(4), labels: new Uint8Array([1, 2]) } },
      /evaluation samples: expected labels from 0 to 1, got 2/,
    ],
    [
      'of which points are missing',
      { ...others, training: { points: new Float32Array(3), labels: new Uint8Array([1, 0]) } },
      /expected two coordinates for each of 2 labels, got 3 coordinates/,
    ],
  ])('%s are refused, and nothing changes', async (_name, samples, sentence) => {
    const steered = await midEpoch();
    const before = steered.snapshot;
    const snapshots = steered.of('snapshot').length;
    await steered.command(change(samples));
    expect(steered.of('refused').map(({ command }) => command)).toEqual(['changeSamples']);
    expect(steered.of('refused').at(-1)?.message).toMatch(sentence);
    expect(steered.of('snapshot')).toHaveLength(snapshots);
    await steered.command({ kind: 'step', unit: 'step' });
    await steered.clock.pass(100);
    expect(steered.frame).toMatchObject({ stepsPerEpoch: 20, samplesVersion: 1 });
    const { training } = articleStart.samples;
    expect(steered.snapshot).toEqual(await trained(before, training, 1));
  });

  it('leave a snapshot of before restorable: beyond the new set its epoch has ended', async () => {
    const steered = await midEpoch();
    const before = structuredClone(steered.snapshot);
    await steered.command(change(others));
    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    await steered.command({ kind: 'restore', snapshot: before });
    const ended = { ...before, progress: { ...before.progress, epoch: 3, position: 0 } };
    expect(steered.snapshot).toEqual(ended);
    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    expect(steered.snapshot).toEqual(await trained(ended, others.training, 7));
  });

  it('stay when the engine is lost after them', async () => {
    const steered = new SteeredSession();
    await steered.start({ ...endlessStart, engine: 'webgl' });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(300);
    await steered.command(change(others));
    const kept = steered.snapshot;
    steered.engine.lose();
    await steered.command({ kind: 'pause' });
    await steered.clock.pass(100);
    expect(steered.engines.map(({ name }) => name)).toEqual(['webgl', 'simd']);
    const steps = steered.snapshot.progress.step - kept.progress.step;
    expect(steered.snapshot).toEqual(await trained(kept, others.training, steps));
    expect(steered.frame.stepsPerEpoch).toBe(7);
  });
});
