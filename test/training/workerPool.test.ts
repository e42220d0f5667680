import { beforeEach, describe, expect, it } from 'vitest';
import { TrainingClient } from '../../src/training/client.ts';
import type { CommandBody } from '../../src/training/protocol/commands.ts';
import type { SessionEvent } from '../../src/training/protocol/events.ts';
import { WorkerPool } from '../../src/training/workerPool.ts';
import { articleStart } from '../support/articleStart.ts';
import { WorkerDouble } from '../support/workerDouble.ts';

let workers: WorkerDouble[];

beforeEach(() => {
  workers = [];
});

function poolOf(size: number): WorkerPool {
  return new WorkerPool(() => {
    const worker = new WorkerDouble();
    workers.push(worker);
    return worker;
  }, size);
}

/** A client, with what it received. */
function join(pool: WorkerPool) {
  const received: SessionEvent[] = [];
  const client = new TrainingClient(pool, (event) => received.push(event));
  const send = (command: CommandBody) =>
    client.send({ ...command, session: client.session, run: 1 });
  return { client, received, send, start: () => send({ kind: 'start', ...articleStart }) };
}

/** The sessions that each worker was told to start. */
function started(): number[][] {
  return workers.map(({ sent }) =>
    sent.filter(({ kind }) => kind === 'start').map(({ session }) => session),
  );
}

describe('a pool of workers', () => {
  it('starts a worker when the first run starts, and not before', () => {
    const { start } = join(poolOf(4));
    expect(workers).toHaveLength(0);
    start();
    expect(workers).toHaveLength(1);
  });

  it('puts each session into the worker with the fewest', () => {
    const pool = poolOf(3);
    const clients = Array.from({ length: 7 }, () => join(pool));
    for (const { start } of clients) start();
    expect(started()).toEqual([
      [1, 4, 7],
      [2, 5],
      [3, 6],
    ]);
    clients.at(1)?.client.dispose();
    clients.at(4)?.client.dispose();
    clients.at(5)?.client.dispose();
    // The second worker is ended, for it has none, and another one takes the next session.
    expect(workers.map(({ terminated }) => terminated)).toEqual([false, true, false]);
    join(pool).start();
    join(pool).start();
    expect(started()).toEqual([[1, 4, 7], [2, 5], [3, 6, 9], [8]]);
  });

  it('leaves a session in its worker when another run of it starts', () => {
    const pool = poolOf(2);
    const [first, second] = [join(pool), join(pool)];
    first.start();
    second.start();
    first.start();
    expect(started()).toEqual([[1, 1], [2]]);
  });

  it('tells sessions of one worker apart', () => {
    const pool = poolOf(1);
    const [first, second] = [join(pool), join(pool)];
    first.start();
    second.start();
    second.send({ kind: 'train' });
    expect(workers.at(0)?.sent.at(-1)).toEqual({ kind: 'train', session: 2, run: 1 });
    workers.at(0)?.deliver({ kind: 'phase', phase: 'training', reason: '' }, 1, 2);
    expect(first.received).toEqual([]);
    expect(second.received).toEqual([
      { kind: 'phase', phase: 'training', reason: '', session: 2, run: 1 },
    ]);
    first.client.dispose();
    expect(workers.at(0)?.sent.at(-1)).toEqual({ kind: 'end', session: 1, run: 1 });
    expect(workers.at(0)?.terminated).toBe(false);
  });

  it('begins all sessions of a worker that crashes again, and leaves the others alone', () => {
    const pool = poolOf(2);
    const clients = [join(pool), join(pool), join(pool)];
    for (const { start } of clients) start();
    expect(started()).toEqual([[1, 3], [2]]);
    const crashing = workers.at(0);
    crashing?.fail('out of memory');
    expect(crashing?.terminated).toBe(true);
    expect(started()).toEqual([[1, 3], [2, 3], [1]]);
    expect(workers.at(2)?.sent[0]).toMatchObject({ kind: 'start', engine: 'safest' });
    crashing?.deliver({ kind: 'phase', phase: 'finished', reason: 'late' });
    expect(clients.flatMap(({ received }) => received)).toEqual([]);
  });

  it('makes do with the workers there are when no other can be started', () => {
    const pool = new WorkerPool(() => {
      if (workers.length > 0) throw new Error('No more workers.');
      workers.push(new WorkerDouble());
      return workers.at(0) ?? new WorkerDouble();
    }, 4);
    const [first, second] = [join(pool), join(pool)];
    first.start();
    second.start();
    expect(started()).toEqual([[1, 2]]);
    expect(second.received).toEqual([]);
  });
});
