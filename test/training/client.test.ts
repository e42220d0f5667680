import { beforeEach, describe, expect, it } from 'vitest';
import { nothingFound } from '../../src/engines/webgl/findings.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import type { Snapshot } from '../../src/learning/engine.ts';
import { TrainingClient } from '../../src/training/client.ts';
import type { CommandBody } from '../../src/training/protocol/commands.ts';
import type { SessionEvent } from '../../src/training/protocol/events.ts';
import { WorkerPool } from '../../src/training/workerPool.ts';
import { articleField, articleStart } from '../support/articleStart.ts';
import { VirtualClock } from '../support/virtualClock.ts';
import { virtualTimer } from '../support/virtualTimer.ts';
import { WorkerDouble } from '../support/workerDouble.ts';

const snapshot: Snapshot = {
  progress: { step: 240, epoch: 12, position: 0, updates: 240 },
  parameters: new Float32Array(102).fill(0.5),
  updaterState: new Float32Array(102).fill(0.25),
};

let workers: WorkerDouble[];
let received: SessionEvent[];
let now: number;
let client: TrainingClient;

beforeEach(() => {
  workers = [];
  received = [];
  now = 0;
  const pool = new WorkerPool(() => {
    workers.push(new WorkerDouble());
    return worker();
  }, 1);
  client = new TrainingClient(pool, (event) => received.push(event), {
    now: () => now,
    later: () => () => undefined,
  });
});

function worker(): WorkerDouble {
  const last = workers.at(-1);
  if (!last) throw new Error('No worker was created.');
  return last;
}

function send(command: CommandBody, run = 1): void {
  client.send({ ...command, session: client.session, run });
}

function start(run = 1): void {
  send({ kind: 'start', ...articleStart }, run);
}

function startTraining(): void {
  start();
  send({ kind: 'train' });
  worker().deliver({ kind: 'engine', engine: 'webgl', reason: 'It answers.' });
  worker().deliver({ kind: 'phase', phase: 'training', reason: '' });
  worker().deliver({ kind: 'snapshot', snapshot });
}

describe('TrainingClient', () => {
  it('passes commands to one worker, and events back', () => {
    start();
    send({ kind: 'train' });
    send({ kind: 'pause' });
    worker().deliver({ kind: 'phase', phase: 'paused', reason: '' });
    expect(workers).toHaveLength(1);
    expect(worker().kinds).toEqual(['start', 'train', 'pause']);
    expect(received).toEqual([{ session: 1, run: 1, kind: 'phase', phase: 'paused', reason: '' }]);
  });

  it('copies the samples', () => {
    start();
    expect(articleStart.samples.training.points.byteLength).toBeGreaterThan(0);
    expect(worker().sent[0]).toEqual({ kind: 'start', session: 1, run: 1, ...articleStart });
  });

  it('drops commands and events of another run', () => {
    start(1);
    start(2);
    send({ kind: 'train' }, 1);
    worker().deliver({ kind: 'phase', phase: 'ready', reason: '' }, 1);
    expect(worker().kinds).toEqual(['start', 'start']);
    expect(received).toEqual([]);
  });

  it('ends its session, and a worker without another one', () => {
    start();
    client.dispose();
    expect(worker().kinds).toEqual(['start', 'end']);
    expect(worker().terminated).toBe(true);
    worker().deliver({ kind: 'phase', phase: 'ready', reason: '' });
    send({ kind: 'train' });
    expect(received).toEqual([]);
  });
});

describe('a worker that dies', () => {
  it('is replaced, from the last snapshot, on the safest engine, and training continues', () => {
    startTraining();
    const dead = worker();
    dead.fail('out of memory');
    expect(dead.terminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(worker().kinds).toEqual(['start', 'train']);
    expect(worker().sent[0]).toEqual({
      kind: 'start',
      session: 1,
      run: 1,
      ...articleStart,
      engine: 'safest',
      snapshot,
    });
    dead.deliver({ kind: 'phase', phase: 'finished', reason: 'late' });
    expect(received.at(-1)?.kind).toBe('snapshot');
  });

  it('is reported in one sentence', () => {
    startTraining();
    worker().garble();
    worker().deliver({ kind: 'engine', engine: 'simd', reason: 'It was asked for.' });
    worker().deliver({ kind: 'engine', engine: 'simd', reason: 'It was asked for.' });
    expect(received.slice(-2)).toEqual([
      {
        session: 1,
        run: 1,
        kind: 'engine',
        engine: 'simd',
        trouble: true,
        reason:
          'The training worker stopped unexpectedly; training continues from step 240 in WebAssembly.',
      },
      { session: 1, run: 1, kind: 'engine', engine: 'simd', reason: 'It was asked for.' },
    ]);
  });

  it('passes on what was found out about the engines, and names the one that comes', () => {
    startTraining();
    const failed = { passed: false, sentence: 'WebAssembly failed its self-test.' };
    const findings = { webgl: nothingFound, selfTests: { simd: failed } };
    send({ kind: 'changeEngine', engine: 'auto', findings });
    send({ kind: 'changeEngine', engine: 'webgl' });
    worker().fail('');
    expect(worker().sent[0]).toMatchObject({ kind: 'start', engine: 'safest', findings });
    worker().deliver({ kind: 'engine', engine: 'webgl', reason: 'WebAssembly failed.' });
    expect(received.at(-1)).toMatchObject({
      engine: 'webgl',
      reason:
        'The training worker stopped unexpectedly; training continues from step 240 in WebGL.',
    });
  });

  it('leaves a run at rest at rest', () => {
    startTraining();
    worker().deliver({ kind: 'phase', phase: 'paused', reason: '' });
    worker().fail('');
    expect(worker().kinds).toEqual(['start']);
    worker().deliver({ kind: 'engine', engine: 'simd', reason: '' });
    expect(received.at(-1)).toMatchObject({
      reason:
        'The training worker stopped unexpectedly; the run is back at step 240, in WebAssembly.',
    });
  });

  it('does not take with it what was changed since', () => {
    startTraining();
    const { training, stopping } = articleConfiguration;
    const { samples } = articleStart;
    const swapped = { training: samples.evaluation, evaluation: samples.training };
    const watches = [{ ...articleField, resolution: 2 }];
    const changed = { ...training, rate: 0.5 };
    send({ kind: 'changeTraining', training: changed, stopping: { ...stopping, epochs: 7 } });
    send({ kind: 'changeSamples', samples: swapped, samplesVersion: 2 });
    send({ kind: 'changeSpeed', stepsPerFrame: 3 });
    send({ kind: 'watch', watches });
    worker().fail('');
    expect(worker().sent[0]).toMatchObject({
      configuration: { training: { rate: 0.5 }, stopping: { epochs: 7 } },
      samples: swapped,
      samplesVersion: 2,
      stepsPerFrame: 3,
      watches,
      snapshot,
    });
  });

  it('goes back with the run to a snapshot that was restored', () => {
    startTraining();
    const restored = { ...snapshot, progress: { ...snapshot.progress, step: 7 } };
    send({ kind: 'restore', snapshot: restored });
    worker().fail('');
    expect(worker().sent[0]).toMatchObject({ snapshot: restored });
  });

  it('begins another updater with a state of zero', () => {
    startTraining();
    const { training, stopping } = articleConfiguration;
    const adagrad = { ...training, updater: 'adagrad', hyperparameters: {} };
    send({ kind: 'changeTraining', training: adagrad, stopping });
    worker().fail('');
    expect(worker().sent[0]).toMatchObject({
      snapshot: { ...snapshot, updaterState: new Float32Array() },
    });
  });

  it('is asked again for the model', () => {
    startTraining();
    send({ kind: 'save' });
    worker().fail('');
    expect(worker().kinds).toEqual(['start', 'train', 'save']);
    const files = { name: 'edgewise', modelJson: '{}', weights: new ArrayBuffer(4), note: '' };
    worker().deliver({ kind: 'model', files });
    worker().fail('');
    expect(worker().kinds).toEqual(['start', 'train']);
  });

  it('three times within a minute is given up', () => {
    startTraining();
    send({ kind: 'save' });
    for (now of [1000, 30_000, 60_000]) worker().fail('out of memory.');
    expect(workers).toHaveLength(3);
    expect(worker().terminated).toBe(true);
    expect(received.slice(-2)).toEqual([
      {
        session: 1,
        run: 1,
        kind: 'phase',
        phase: 'failed',
        reason:
          'The training worker stopped 3 times within a minute (out of memory); reset to try again.',
      },
      {
        session: 1,
        run: 1,
        kind: 'refused',
        command: 'save',
        message: 'The model was not saved, because its run has ended.',
      },
    ]);
    send({ kind: 'save' });
    expect(received.at(-1)).toMatchObject({ kind: 'refused', command: 'save' });

    now = 130_000;
    start(2);
    expect(workers).toHaveLength(4);
    expect(worker().kinds).toEqual(['start']);
  });

  it('now and then is replaced each time', () => {
    startTraining();
    for (now of [0, 50_000, 100_000, 150_000, 200_000]) {
      worker().fail('');
      worker().deliver({ kind: 'engine', engine: 'simd', reason: 'It is the safest.' });
    }
    expect(workers).toHaveLength(6);
    expect(received.filter((event) => event.kind === 'phase')).toHaveLength(1);
  });
});

describe('a worker that does not answer', () => {
  const second = 1000;
  let clock: VirtualClock;

  /** A client that lives by the clock. */
  function join(pool: WorkerPool) {
    const events: SessionEvent[] = [];
    const timed = new TrainingClient(pool, (event) => events.push(event), virtualTimer(clock));
    const { session } = timed;
    const command = (body: CommandBody, run = 1) => timed.send({ ...body, session, run });
    return { events, session, command, start: () => command({ kind: 'start', ...articleStart }) };
  }

  function makePool(size = 1): WorkerPool {
    return new WorkerPool(() => {
      workers.push(new WorkerDouble());
      return worker();
    }, size);
  }

  /** Answers the newest ping of a session. */
  function pong(session = 1): void {
    worker().deliver({ kind: 'pong', ping: worker().pings.at(-1) ?? 0 }, 1, session);
  }

  /** A session whose worker has begun to work. */
  function begun(pool = makePool()) {
    const joined = join(pool);
    joined.start();
    worker().deliver({ kind: 'phase', phase: 'starting', reason: '' }, 1, joined.session);
    worker().deliver({ kind: 'snapshot', snapshot }, 1, joined.session);
    worker().deliver({ kind: 'phase', phase: 'paused', reason: '' }, 1, joined.session);
    pong(joined.session);
    return joined;
  }

  function trouble(events: readonly SessionEvent[]): string[] {
    return events.flatMap((event) =>
      event.kind === 'engine' && event.trouble === true ? event.reason : [],
    );
  }

  beforeEach(() => {
    clock = new VirtualClock();
  });

  it('is left alone while nothing is asked of it', async () => {
    begun();
    await clock.pass(3600 * second);
    expect(workers).toHaveLength(1);
    expect(worker().pings).toEqual([1]);
  });

  it('while it trains is replaced, from the last snapshot, and training continues', async () => {
    const { events, command } = begun();
    command({ kind: 'train' });
    worker().deliver({ kind: 'phase', phase: 'training', reason: '' });
    pong();
    await clock.pass(12 * second);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(worker().kinds).toEqual(['start', 'train']);
    expect(worker().sent[0]).toMatchObject({ engine: 'safest', snapshot });
    worker().deliver({ kind: 'engine', engine: 'simd', reason: 'It is the safest.' });
    expect(trouble(events)).toEqual([
      'The training worker stopped answering; training continues from step 240 in WebAssembly.',
    ]);
  });

  it.each<[CommandBody, string[]]>([
    [{ kind: 'train' }, ['start', 'train']],
    [{ kind: 'pause' }, ['start']],
    [{ kind: 'save' }, ['start', 'save']],
    [{ kind: 'changeSpeed', stepsPerFrame: 1 }, ['start']],
  ])('to %j is replaced', async (body, kinds) => {
    const { command } = begun();
    await clock.pass(20 * second);
    command(body);
    await clock.pass(9 * second);
    expect(workers).toHaveLength(1);
    await clock.pass(2 * second);
    expect(workers).toHaveLength(2);
    expect(worker().kinds).toEqual(kinds);
  });

  it('but sends frames is not replaced', async () => {
    const { command } = begun();
    command({ kind: 'train' });
    for (let i = 0; i < 100; i++) {
      worker().deliver({ kind: 'phase', phase: 'training', reason: '' });
      if (i === 2) pong();
      await clock.pass(second);
    }
    expect(workers).toHaveLength(1);
  });

  it('because it starts, or works hard, gets a minute', async () => {
    const { start } = join(makePool());
    start();
    await clock.pass(50 * second);
    worker().deliver({ kind: 'effort', hard: true });
    await clock.pass(55 * second);
    expect(workers).toHaveLength(1);
    worker().deliver({ kind: 'effort', hard: false });
    await clock.pass(12 * second);
    expect(workers).toHaveLength(2);
    await clock.pass(61 * second);
    expect(workers).toHaveLength(3);
  });

  it('because another of its sessions works hard gets the same minute', async () => {
    const pool = makePool();
    const [first, second_] = [begun(pool), begun(pool)];
    worker().deliver({ kind: 'effort', hard: true }, 1, first.session);
    second_.command({ kind: 'save' });
    await clock.pass(50 * second);
    expect(workers).toHaveLength(1);
    await clock.pass(12 * second);
    expect(workers).toHaveLength(2);
  });

  it('loses all its sessions, and each begins again', async () => {
    const pool = makePool();
    const [first, other] = [begun(pool), begun(pool)];
    first.command({ kind: 'save' });
    await clock.pass(12 * second);
    expect(workers).toHaveLength(2);
    expect(worker().sent.map(({ kind, session }) => [kind, session])).toEqual([
      ['start', 1],
      ['save', 1],
      ['start', 2],
    ]);
    for (const session of [1, 2]) {
      worker().deliver({ kind: 'engine', engine: 'simd', reason: '' }, 1, session);
    }
    const sentence =
      'The training worker stopped answering; the run is back at step 240, in WebAssembly.';
    expect([trouble(first.events), trouble(other.events)]).toEqual([[sentence], [sentence]]);
  });

  it('is left at a reset, by the session that was reset alone', async () => {
    const pool = makePool();
    const [first, other] = [begun(pool), begun(pool)];
    first.command({ kind: 'train' });
    await clock.pass(4.5 * second);
    first.command({ kind: 'start', ...articleStart, engine: 'webgl' }, 2);
    expect(workers.map(({ terminated }) => terminated)).toEqual([false, false]);
    expect(worker().sent).toMatchObject([{ kind: 'start', run: 2, session: 1, engine: 'safest' }]);
    // The next session does not go where the other one waits, although there are fewer there.
    join(pool).start();
    expect(worker().sent.map(({ session }) => session)).toEqual([1, 3]);
    other.command({ kind: 'save' });
    await clock.pass(11 * second);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(worker().sent.map(({ session }) => session)).toEqual([1, 3, 2, 2]);
  });

  it('and is reset soon after is given time to answer', async () => {
    const { command } = begun();
    command({ kind: 'train' });
    await clock.pass(2.5 * second);
    command({ kind: 'start', ...articleStart }, 2);
    expect(workers).toHaveLength(1);
    expect(worker().kinds).toEqual(['start', 'train', 'start']);
    await clock.pass(11 * second);
    expect(workers).toHaveLength(2);
    expect(worker().sent).toMatchObject([{ kind: 'start', run: 2 }]);
  });

  it('ever is given up after three attempts, and a reset tries again', async () => {
    const { events, start, command } = join(makePool());
    start();
    await clock.pass(200 * second);
    expect(workers).toHaveLength(3);
    expect(worker().terminated).toBe(true);
    expect(events.at(-1)).toMatchObject({
      phase: 'failed',
      reason: 'The training worker was started 3 times and did not answer; reset to try again.',
    });
    command({ kind: 'start', ...articleStart }, 2);
    expect(workers).toHaveLength(4);
    expect(worker().kinds).toEqual(['start']);
  });

  it('is not waited for once its session has ended', async () => {
    const pool = makePool();
    const timed = new TrainingClient(pool, () => undefined, virtualTimer(clock));
    timed.send({ session: timed.session, run: 1, kind: 'start', ...articleStart });
    timed.dispose();
    await clock.pass(100 * second);
    expect(workers).toHaveLength(1);
  });
});

describe('a worker that cannot be created', () => {
  it('fails the run with a sentence', () => {
    const pool = new WorkerPool(() => {
      throw new Error('Workers are forbidden here.');
    }, 1);
    const failing = new TrainingClient(pool, (event) => received.push(event));
    failing.send({ session: failing.session, run: 1, kind: 'start', ...articleStart });
    expect(received).toEqual([
      {
        session: 1,
        run: 1,
        kind: 'phase',
        phase: 'failed',
        reason:
          'The training worker could not be started (Workers are forbidden here); reset to try again.',
      },
    ]);
  });
});
