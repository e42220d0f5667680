import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { Snapshot } from '../../../src/learning/engine.ts';
import {
  allFinite,
  fittedSnapshot,
  initialSnapshot,
  withFreshUpdater,
} from '../../../src/training/session/snapshots.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const { network, training } = articleConfiguration;

describe('a snapshot restored', () => {
  it.each(['nesterovs', 'adam', 'adadelta'])(
    'has the same future bit for bit: %s',
    async (updater) => {
      const steered = new SteeredSession();
      const configuration = {
        ...articleConfiguration,
        training: { ...training, updater, hyperparameters: {}, dropout: 0.2 },
      };
      await steered.start({ configuration, stepsPerFrame: 7 });
      await steered.command({ kind: 'train' });
      await steered.clock.pass(700);
      await steered.command({ kind: 'pause' });
      const snapshot = structuredClone(steered.snapshot);
      expect(snapshot.progress.position).toBeGreaterThan(0);
      await steered.trainToTheEnd();
      const uninterrupted = steered.snapshot;

      await steered.command({ kind: 'restore', snapshot });
      expect(steered.phase).toBe('paused');
      await steered.clock.pass(100);
      expect(steered.frame.progress).toEqual(snapshot.progress);
      await steered.trainToTheEnd();
      expect(steered.snapshot).toEqual(uninterrupted);

      const another = new SteeredSession();
      await another.start({ configuration, snapshot, stepsPerFrame: 100 });
      expect(another.phase).toBe('paused');
      await another.trainToTheEnd();
      expect(another.snapshot).toEqual(uninterrupted);
    },
  );

  it('can be the beginning', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const { snapshot } = steered;
    await steered.trainToTheEnd();
    await steered.command({ kind: 'restore', snapshot });
    expect(steered.phase).toBe('ready');
    await steered.clock.pass(100);
    expect(steered.frame.progress.step).toBe(0);
  });

  it('does not interrupt training', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const { snapshot } = steered;
    await steered.command({ kind: 'train' });
    await steered.clock.pass(100);
    const { step } = steered.frame.progress;
    await steered.command({ kind: 'restore', snapshot });
    await steered.clock.pass(20);
    expect(steered.phase).toBe('training');
    expect(steered.frame.progress.step).toBeLessThan(step);
  });

  it.each([
    ['accuracy', { accuracy: 0.95 }],
    ['plateau', { plateau: 2 }],
  ])('makes the stop rules forget what came after it: %s', async (_rule, rules) => {
    const steered = new SteeredSession();
    const stopping = { epochs: 500, loss: 0, accuracy: 0, plateau: 0, ...rules };
    const configuration = {
      ...articleConfiguration,
      training: { ...training, rate: 0.3 },
      stopping,
    };
    await steered.start({ configuration });
    const snapshot = structuredClone(steered.snapshot);
    await steered.trainToTheEnd();
    const [end, reason] = [steered.snapshot, steered.reason];
    expect(end.progress.epoch).toBeLessThan(500);
    await steered.command({ kind: 'restore', snapshot });
    await steered.trainToTheEnd();
    expect([steered.snapshot, steered.reason]).toEqual([end, reason]);
  });

  it('is refused when it is of another network', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const before = steered.snapshot;
    const snapshot: Snapshot = { ...before, parameters: new Float32Array(7) };
    await steered.command({ kind: 'restore', snapshot });
    expect(steered.of('refused')).toEqual([
      {
        kind: 'refused',
        session: 1,
        run: 1,
        command: 'restore',
        message: "Expected a snapshot of this network's 102 parameters, got 7.",
      },
    ]);
    await steered.trainToTheEnd();
    expect(steered.phase).toBe('finished');
  });
});

describe('snapshots', () => {
  it('come about once a second while training, and at every rest', async () => {
    const steered = new SteeredSession();
    const configuration = {
      ...articleConfiguration,
      stopping: { epochs: 0, loss: 0, accuracy: 0, plateau: 0 },
    };
    await steered.start({ configuration, stepsPerFrame: 1 });
    const count = () => steered.of('snapshot').length;
    const before = count();
    await steered.command({ kind: 'train' });
    await steered.clock.pass(10_000);
    expect(count() - before).toBeGreaterThanOrEqual(9);
    expect(count() - before).toBeLessThanOrEqual(11);
    const training = count();
    await steered.command({ kind: 'pause' });
    expect(count()).toBe(training + 1);
    await steered.command({ kind: 'step', unit: 'step' });
    await steered.clock.pass(100);
    expect(count()).toBe(training + 2);
    expect(steered.snapshot.progress).toEqual(steered.frame.progress);
  });
});

describe('initialSnapshot', () => {
  it('is the same for the same seed, with as much updater state as the updater has', () => {
    const specification = { network, training };
    expect(initialSnapshot(specification)).toEqual(initialSnapshot(specification));
    const other = { ...specification, network: { ...network, seed: 124 } };
    expect(initialSnapshot(other).parameters).not.toEqual(
      initialSnapshot(specification).parameters,
    );
    for (const [updater, slots] of [
      ['sgd', 0],
      ['nesterovs', 1],
      ['adam', 2],
    ] as const) {
      const { updaterState } = initialSnapshot({ network, training: { ...training, updater } });
      expect(updaterState).toEqual(new Float32Array(slots * 102));
    }
  });
});

describe('fittedSnapshot', () => {
  it('leaves a snapshot that fits as it is, and begins the updater anew where it does not', () => {
    const specification = { network, training };
    const snapshot: Snapshot = {
      progress: { step: 45, epoch: 2, position: 250, updates: 45 },
      parameters: new Float32Array(102).fill(0.5),
      updaterState: new Float32Array(102).fill(0.1),
    };
    expect(fittedSnapshot(snapshot, specification)).toBe(snapshot);
    const adam = { network, training: { ...training, updater: 'adam' } };
    expect(fittedSnapshot(snapshot, adam)).toEqual({
      progress: { step: 45, epoch: 2, position: 250, updates: 0 },
      parameters: snapshot.parameters,
      updaterState: new Float32Array(204),
    });
    expect(withFreshUpdater(snapshot, specification).updaterState).toEqual(new Float32Array(102));
  });
});

describe('fittedSnapshot refuses', () => {
  const specification = { network, training };
  const sound = initialSnapshot(specification);

  it.each([
    ['a parameter that is not finite', { parameters: sound.parameters.with(3, NaN) }],
    [
      'an updater state that is not finite',
      { updaterState: sound.updaterState.with(5, -Infinity) },
    ],
    ['half a step', { progress: { ...sound.progress, step: 0.5 } }],
    ['a negative position', { progress: { ...sound.progress, position: -1 } }],
    ['an epoch that is not a number', { progress: { ...sound.progress, epoch: NaN } }],
    [
      'an epoch after which none can be counted',
      { progress: { ...sound.progress, epoch: 2 ** 53 - 1 } },
    ],
  ])('%s', (_title, change) => {
    const refused = { ...sound, ...change };
    expect(() => fittedSnapshot(refused, specification)).toThrow(RangeError);
    expect(() => fittedSnapshot(refused, specification)).toThrow(/^The snapshot cannot be used: /);
  });
});

describe('allFinite', () => {
  it('finds what is not', () => {
    expect(allFinite(new Float32Array())).toBe(true);
    expect(allFinite(new Float32Array([3.4e38, 3.4e38, -3.4e38]))).toBe(true);
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(allFinite(new Float32Array([0, bad, 0]))).toBe(false);
    }
    expect(allFinite(new Float32Array([Infinity, -Infinity]))).toBe(false);
  });
});
