import { expect, it } from 'vitest';
import { SimulatedRun } from '../../../src/state/class/simulatedRun.svelte.ts';
import { ClassHost } from '../../../src/training/classHost.ts';
import type { ClassCommand, ClassEvent } from '../../../src/training/protocol/classMessages.ts';
import type { Timer } from '../../../src/training/timer.ts';

/** A timer that the test moves; one task at a time. */
class TimerDouble implements Timer {
  #time = 0;
  #task: { readonly at: number; readonly run: () => void } | undefined;

  now(): number {
    return this.#time;
  }

  later(run: () => void, milliseconds: number): () => void {
    this.#task = { at: this.#time + milliseconds, run };
    return () => (this.#task = undefined);
  }

  advance(milliseconds: number): void {
    this.#time += milliseconds;
    const task = this.#task;
    if (!task || task.at > this.#time) return;
    this.#task = undefined;
    task.run();
  }
}

/** A run with a real class behind it, whose events come when the test says so. */
function createRun() {
  const commands: ClassCommand[] = [];
  const events: ClassEvent[] = [];
  const host = new ClassHost((event) => events.push(event));
  const timer = new TimerDouble();
  let receive: (event: ClassEvent) => void = () => undefined;
  let fail: (sentence: string) => void = () => undefined;
  let answered = 0;
  const run = new SimulatedRun((onEvent, onFailure) => {
    [receive, fail] = [onEvent, onFailure];
    return { post: (command) => void commands.push(command), close: () => undefined };
  }, timer);
  /** Lets the host answer the commands so far. */
  const answer = async () => {
    for (const command of commands.slice(answered)) await host.receive(command);
    answered = commands.length;
    for (const event of events.splice(0)) receive(event);
  };
  return { run, commands, timer, answer, fail: (sentence: string) => fail(sentence) };
}

const kinds = (commands: readonly ClassCommand[]) => commands.map(({ kind }) => kind);

it('starts at once, and makes one round at a time', async () => {
  const { run, commands, answer } = createRun();
  run.step(); // before the class is there: it is dropped
  await answer();
  expect(run.clients.map(({ activity }) => activity)).toEqual(new Array(20).fill('waiting'));
  run.step();
  run.step();
  expect(kinds(commands)).toEqual(['start', 'round']);
  await answer();
  expect(run.rounds.map(({ round }) => round)).toEqual([1]);
  expect(run.scores?.accuracy).toBe(run.rounds[0]?.accuracy);
  expect(run.clients[0]).toMatchObject({ activity: 'sent', planes: { resolution: 16 } });
});

it('plays with a pause between rounds, until it is told to stop', async () => {
  const { run, commands, timer, answer } = createRun();
  await answer();
  run.toggle();
  await answer();
  timer.advance(199);
  expect(commands).toHaveLength(2);
  timer.advance(1);
  expect(commands).toHaveLength(3);
  run.toggle();
  await answer();
  timer.advance(5000);
  expect([commands.length, run.rounds.length]).toEqual([3, 2]);
});

it('begins anew with every change, and forgets what is still on its way', async () => {
  const { run, commands, answer } = createRun();
  await answer();
  run.step();
  run.change({ clients: 4 });
  await answer();
  expect(kinds(commands)).toEqual(['start', 'round', 'start']);
  expect([run.rounds.length, run.clients.length]).toEqual([0, 4]);
  run.choose('saturn');
  run.train({ rate: 0.02 });
  await answer();
  expect(commands.at(-1)).toMatchObject({
    settings: { clients: 4 },
    specification: { training: { rate: 0.02 } },
    samples: { labels: { length: 500 } },
  });
});

it('draws enough samples for all clients', async () => {
  const { run, commands, answer } = createRun();
  run.choose('saturn');
  run.change({ clients: 1000 });
  expect(commands.at(-1)).toMatchObject({ samples: { labels: { length: 10_000 } } });
  await answer();
  expect(run.clients).toHaveLength(60);
  expect(run.clients.every(({ samples }) => samples.labels.length === 10)).toBe(true);
});

it('says what does not fit together, and makes no round', () => {
  const { run, commands } = createRun();
  run.change({ strategy: 'bulyan', strategyHyperparameters: { faulty: 5 } });
  expect(run.problem).toBe(
    'strategy: Bulyan against 5 faulty clients needs at least 23 updates (n ≥ 4f + 3), got 20.',
  );
  run.toggle();
  run.step();
  expect(kinds(commands)).toEqual(['start']);
  run.change({ strategyHyperparameters: { faulty: 2 } });
  expect([run.problem, kinds(commands).length]).toEqual(['', 2]);
});

it('says why nothing can be read of a class that has diverged', async () => {
  const { run, answer } = createRun();
  run.train({ rate: 1e30 });
  await answer();
  for (let round = 0; round < 20 && run.problem === ''; round++) {
    run.step();
    await answer();
  }
  expect(run.problem).toContain('diverged');
  run.curious.read();
  await answer();
  expect(run.curious).toMatchObject({
    reading: false,
    problem: 'Expected an update of finite numbers: start the class over.',
  });
  run.restart();
  expect(run.curious.problem).toBe('');
});

it('stops when its worker is gone', async () => {
  const { run, answer, fail } = createRun();
  await answer();
  run.toggle();
  fail('It has stopped.');
  expect([run.playing, run.problem]).toEqual([false, 'It has stopped.']);
});
