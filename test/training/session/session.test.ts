import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { StopRules } from '../../../src/learning/configuration.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { articleField, articleStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const { network, training, stopping } = articleConfiguration;

function stoppingAt(rules: Partial<StopRules>) {
  return {
    configuration: {
      ...articleConfiguration,
      stopping: { ...stopping, epochs: 0, ...rules },
    },
  };
}

/** The parameters after that many steps without any session. */
async function parametersAfter(steps: number): Promise<Float32Array> {
  const engine = await createSimdEngine(
    { network, training },
    Float32Array.from(initialParameters(network)),
  );
  await engine.load('training', articleStart.samples.training);
  await engine.train(steps);
  return engine.parameters();
}

describe('a run', () => {
  it('begins with the engine, a snapshot and a frame of step 0', async () => {
    const steered = new SteeredSession();
    await steered.start();
    expect(steered.events.map(({ kind }) => kind)).toEqual([
      'phase',
      'engine',
      'snapshot',
      'phase',
      'frame',
    ]);
    expect(steered.phases).toEqual(['starting', 'ready']);
    expect(steered.frame.progress.step).toBe(0);
    expect(steered.frame.stepsPerEpoch).toBe(20);
    expect(steered.frame.stepsPerSecond).toBe(0);
  });

  it('carries in a frame what the network makes of the samples and the plane', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const engine = await createSimdEngine(
      { network, training },
      Float32Array.from(initialParameters(network)),
    );
    const { samples } = articleStart;
    await engine.load('training', samples.training);
    await engine.load('evaluation', samples.evaluation);
    const { window, restResolution } = articleField;
    expect(Object.fromEntries(steered.pictures)).toEqual({
      field: {
        kind: 'field',
        class: 1,
        window,
        resolution: restResolution,
        values: await engine.field(window, restResolution, [1]),
      },
      training: {
        kind: 'probabilities',
        set: 'training',
        values: await engine.probabilities('training'),
        loss: await engine.loss('training'),
      },
      evaluation: {
        kind: 'probabilities',
        set: 'evaluation',
        values: await engine.probabilities('evaluation'),
        loss: await engine.loss('evaluation'),
      },
    });
    const { epoch, training: loss, evaluation } = steered.losses;
    expect(epoch).toBe(0);
    expect(loss).toBe(await engine.loss('training'));
    expect(evaluation).toBe(await engine.loss('evaluation'));
  });

  it('ends exactly with its last epoch, with the parameters of as many steps', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.trainToTheEnd();
    expect(steered.phases).toEqual(['starting', 'ready', 'training', 'finished']);
    expect(steered.reason).toBe('30 epochs are done.');
    expect(steered.snapshot.progress).toEqual({ step: 600, epoch: 30, position: 0, updates: 600 });
    expect(steered.snapshot.parameters).toEqual(await parametersAfter(600));
    await steered.clock.pass(100);
    expect(steered.frame.progress.step).toBe(600);
    expect(steered.field.resolution).toBe(8);
  });

  it('continues for as many epochs again', async () => {
    const steered = new SteeredSession();
    await steered.start(stoppingAt({ epochs: 2 }));
    const ends: number[] = [];
    for (let i = 0; i < 3; i++) {
      await steered.trainToTheEnd();
      ends.push(steered.snapshot.progress.step);
    }
    expect(ends).toEqual([40, 80, 120]);
  });

  it('makes one step, and the rest of an epoch', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const steps: number[] = [];
    for (const unit of ['step', 'step', 'epoch', 'epoch', 'step'] as const) {
      await steered.command({ kind: 'step', unit });
      await steered.clock.pass(100);
      expect(steered.phase).toBe('paused');
      steps.push(steered.frame.progress.step);
    }
    expect(steps).toEqual([1, 2, 20, 40, 41]);
  });

  it('starts the same again', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.trainToTheEnd();
    const first = steered.snapshot;
    steered.run = 2;
    await steered.start();
    expect(steered.frame.progress.step).toBe(0);
    await steered.trainToTheEnd();
    expect(steered.snapshot).toEqual(first);
    expect(steered.engines[0]?.disposed).toBe(true);
  });

  it('rests when told to, at the end of the piece it is at', async () => {
    const steered = new SteeredSession();
    await steered.start(stoppingAt({}));
    await steered.command({ kind: 'train' });
    await steered.clock.pass(500);
    await steered.command({ kind: 'pause' });
    expect(steered.phase).toBe('paused');
    const { step } = steered.snapshot.progress;
    await steered.clock.pass(500);
    expect(steered.frame.progress.step).toBe(step);
    expect(steered.snapshot.parameters).toEqual(await parametersAfter(step));
  });

  it('says why it cannot start', async () => {
    const steered = new SteeredSession();
    const wrong = { ...articleConfiguration, training: { ...training, rate: -1 } };
    await steered.start({ configuration: wrong });
    expect(steered.phases).toEqual(['failed']);
    expect(steered.reason).toMatch(/^This run cannot start: .*rate.*-1/);
    await steered.command({ kind: 'watch', watches: [] });
    expect(steered.of('refused')).toEqual([]);
    await steered.command({ kind: 'save' });
    expect(steered.of('refused')).toEqual([
      {
        kind: 'refused',
        session: 1,
        run: 1,
        command: 'save',
        message: 'This run could not start and can do nothing; reset it.',
      },
    ]);
    expect(steered.phase).toBe('failed');
  });

  it('refuses an empty training set and takes an empty evaluation set', async () => {
    const steered = new SteeredSession();
    const empty = { points: new Float32Array(), labels: new Uint8Array() };
    const { samples } = articleStart;
    await steered.start({ samples: { ...samples, training: empty } });
    expect(steered.reason).toMatch(/training samples: expected at least 1/);
    await steered.start({ samples: { ...samples, evaluation: empty } });
    await steered.trainToTheEnd();
    expect(steered.phase).toBe('finished');
    expect(steered.losses.evaluation).toBeNaN();
  });
});

describe('run numbers', () => {
  it('keep commands for another run away', async () => {
    const steered = new SteeredSession();
    await steered.start();
    steered.send({ kind: 'train' }, 0);
    steered.send({ kind: 'train' }, 2);
    await steered.clock.pass(100);
    expect(steered.phase).toBe('ready');
  });

  it('are in every event', async () => {
    const steered = new SteeredSession();
    await steered.start();
    const before = steered.events.length;
    steered.run = 7;
    await steered.start();
    expect(new Set(steered.events.slice(0, before).map(({ run }) => run))).toEqual(new Set([1]));
    expect(new Set(steered.events.slice(before).map(({ run }) => run))).toEqual(new Set([7]));
  });

  it('let a new start go before what was still to do', async () => {
    const steered = new SteeredSession();
    steered.send({ kind: 'start', ...articleStart }, 1);
    steered.send({ kind: 'train' }, 1);
    steered.run = 2;
    await steered.start();
    expect(steered.events.map(({ run }) => run)).not.toContain(1);
    expect(steered.engines).toHaveLength(1);
  });
});

describe('signs of life', () => {
  const pongs = (steered: SteeredSession) =>
    steered.signs.flatMap((sign) => (sign.kind === 'pong' ? sign.ping : []));
  const efforts = (steered: SteeredSession) =>
    steered.signs.flatMap((sign) => (sign.kind === 'effort' ? sign.hard : []));

  it('answer a ping at rest at once, also without a run', async () => {
    const steered = new SteeredSession();
    steered.send({ kind: 'ping', ping: 1 });
    await steered.clock.pass(0.001);
    expect(pongs(steered)).toEqual([1]);
    await steered.start();
    await steered.clock.pass(10_000);
    steered.send({ kind: 'ping', ping: 2 });
    expect(pongs(steered)).toEqual([1, 2]);
  });

  it('answer a ping while it trains, without disturbing training', async () => {
    const steered = new SteeredSession();
    await steered.start(stoppingAt({ epochs: 5 }));
    await steered.command({ kind: 'train' });
    for (let ping = 1; ping <= 5; ping++) {
      steered.send({ kind: 'ping', ping });
      await steered.clock.pass(20);
      expect(pongs(steered).at(-1)).toBe(ping);
    }
    await steered.rests();
    expect(steered.snapshot.parameters).toEqual(await parametersAfter(100));
  });

  it('answer a ping once the commands before it are carried out', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.clock.pass(100);
    const before = steered.events.length;
    steered.send({ kind: 'save' });
    steered.send({ kind: 'ping', ping: 1 });
    expect(pongs(steered)).toEqual([]);
    await steered.clock.pass(10);
    expect(steered.events.slice(before).map(({ kind }) => kind)).toEqual(['refused']);
    expect(pongs(steered)).toEqual([1]);
  });

  it('announce what may take long, until it has ended', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.clock.pass(100);
    // The making of the engine and the first frame.
    expect(efforts(steered)).toEqual([true, false, true, false]);
    await steered.command({ kind: 'train' });
    await steered.rests();
    // Besides the first steps, and not those after them.
    expect(efforts(steered)).toEqual([true, false, true, false, true, false]);
    await steered.command({ kind: 'changeEngine', engine: 'webgl' });
    await steered.clock.pass(100);
    expect(efforts(steered).slice(6)).toEqual([true, false, true, false]);
  });

  it('are given for an engine that is never made, and no pong', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.clock.pass(100);
    const { length } = steered.signs;
    let go: () => void = () => undefined;
    steered.stall = new Promise((resolve) => (go = resolve));
    await steered.command({ kind: 'changeEngine', engine: 'webgl' });
    steered.send({ kind: 'ping', ping: 1 });
    await steered.clock.pass(100_000);
    expect(steered.signs.slice(length)).toEqual([
      { kind: 'effort', hard: true, session: 1, run: 1 },
    ]);
    go();
  });
});
