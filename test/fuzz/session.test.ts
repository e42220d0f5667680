import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { chooseEngine } from '../../src/engines/chooseEngine.ts';
import { nothingFound } from '../../src/engines/webgl/findings.ts';
import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import { initialSnapshot } from '../../src/training/session/snapshots.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import type { Command, CommandBody, StartCommand } from '../../src/training/protocol/commands.ts';
import type { SessionEvent } from '../../src/training/protocol/events.ts';
import { isSign } from '../../src/training/protocol/signs.ts';
import { SessionHost } from '../../src/training/session/sessionHost.ts';
import { articleField } from '../support/articleStart.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileValue, machineWords, mutated, showable } from '../support/hostile.ts';
import { hiddenLayers } from '../support/networks.ts';
import { TimedEngine } from '../support/timedEngine.ts';
import { VirtualClock } from '../support/virtualClock.ts';

const configuration = {
  ...articleConfiguration,
  network: { ...articleConfiguration.network, hidden: hiddenLayers('tanh', 3) },
  training: { ...articleConfiguration.training, batchSize: 3 },
};
const { network, training, stopping } = configuration;

const samples = {
  training: {
    points: Float32Array.from({ length: 16 }, (_, i) => Math.sin(i)),
    labels: new Uint8Array([0, 1, 1, 0, 1, 0, 0, 1]),
  },
  evaluation: { points: new Float32Array([0, 1, 1, 0]), labels: new Uint8Array([1, 0]) },
};

const start: StartCommand = {
  kind: 'start',
  configuration,
  samples,
  samplesVersion: 1,
  engine: 'auto',
  stepsPerFrame: 5,
  watches: [
    articleField,
    { id: 'set', kind: 'probabilities', set: 'training', rate: 2 },
    { ...articleField, id: 'units', kind: 'units' },
    { ...articleField, id: 'unit', kind: 'unit', layer: 0, unit: 1 },
    { id: 'activations', kind: 'activations', rate: 1, layer: 0, unit: 1 },
    { id: 'parameters', kind: 'parameters', rate: 1 },
  ],
};

const snapshot = initialSnapshot({ network, training });
const findings = {
  webgl: nothingFound,
  selfTests: { simd: { passed: true, sentence: 'It passed.' } },
};

/** One sound command of every kind but `start` and `end`. */
const bodies: readonly CommandBody[] = [
  { kind: 'train' },
  { kind: 'pause' },
  { kind: 'step', unit: 'step' },
  { kind: 'step', unit: 'epoch' },
  { kind: 'changeTraining', training: { ...training, updater: 'adam' }, stopping },
  { kind: 'changeSamples', samples, samplesVersion: 2 },
  { kind: 'changeSpeed', stepsPerFrame: Infinity },
  { kind: 'changeEngine', engine: 'webgl', findings },
  { kind: 'watch', watches: start.watches },
  { kind: 'restore', snapshot },
  { kind: 'setParameter', index: 101, value: 0.5 },
  { kind: 'save' },
  { kind: 'acknowledge', frame: 1 },
  { kind: 'ping', ping: 1 },
];

const address = { session: 1, run: 1 };
const anyCommand = fc.constantFrom(...bodies).map((body): Command => ({ ...body, ...address }));
const anyStart = fc.constantFrom<StartCommand>(start, { ...start, findings, snapshot });
const addressedStart = anyStart.map((body): Command => ({ ...body, ...address }));

/** More turns than any input needs: a session that asks for more never rests. */
const mostTurns = 3000;

/** A host as a worker has it, with messages that are copied, and frames painted as they come. */
class FedHost {
  readonly clock = new VirtualClock();
  readonly events: SessionEvent[] = [];
  readonly troubles: unknown[] = [];
  turns = 0;
  readonly #host = new SessionHost(
    {
      now: this.clock.now,
      nextTurn: (milliseconds) => {
        this.turns++;
        if (this.turns < mostTurns) return this.clock.nextTurn(milliseconds);
        return new Promise<void>(() => undefined);
      },
      modelFiles: () => Promise.reject(new Error('There are no files here.')),
      chooseEngine: (...choice) => ({
        ...chooseEngine(...choice),
        factory: async (specification, parameters) => {
          const simd = await this.clock.outside(createSimdEngine(specification, parameters));
          return new TimedEngine('simd', simd, this.clock, { step: 0.5, cell: 0 });
        },
      }),
      emit: (message, transfer) => {
        const event = structuredClone(message, { transfer });
        if (isSign(event)) return;
        this.events.push(event);
        if (event.kind !== 'frame') return;
        const { session, run } = event;
        this.feed({ kind: 'acknowledge', frame: event.frame.number, session, run });
      },
    },
    (error) => this.troubles.push(error),
  );

  feed(message: unknown): void {
    this.#host.receive(structuredClone(message));
  }

  /** Sends each message, with 20 ms between them. */
  async feedAll(messages: readonly unknown[]): Promise<void> {
    for (const message of messages) {
      this.feed(message);
      await this.clock.pass(20);
    }
  }

  /** The phases of session 1, in a run. */
  phases(run: number): string[] {
    return this.events.flatMap((event) =>
      event.kind === 'phase' && event.session === 1 && event.run === run ? event.phase : [],
    );
  }

  get sentences(): string[] {
    return this.events.flatMap((event) => {
      if (event.kind === 'refused') return event.message;
      return event.kind === 'phase' && event.reason !== '' ? event.reason : [];
    });
  }
}

async function expectSound(host: FedHost): Promise<void> {
  expect(host.troubles).toEqual([]);
  expect(host.turns).toBeLessThan(mostTurns);
  for (const sentence of host.sentences) {
    expect(sentence).toMatch(showable);
    expect(sentence).not.toMatch(machineWords);
  }
  // The next sound start works.
  const run = 1_000_000;
  await host.feedAll([
    { ...start, session: 1, run },
    { kind: 'step', unit: 'step', session: 1, run },
  ]);
  expect(host.phases(run)).toEqual(['starting', 'ready', 'paused']);
  const steps = host.events.flatMap((event) =>
    event.kind === 'frame' && event.run === run ? event.frame.progress.step : [],
  );
  expect([steps.at(0), steps.at(-1)]).toEqual([0, 1]);
  for (const session of [1, 2]) host.feed({ kind: 'end', session, run });
  await host.clock.pass(20);
}

describe('a worker that is fed with messages', () => {
  fuzz(
    'drops what is no command',
    { seed: 81, inputs: fc.array(hostileValue, { maxLength: 4 }) },
    async (messages) => {
      const host = new FedHost();
      await host.feedAll(messages);
      expect(host.events).toEqual([]);
      await expectSound(host);
    },
  );

  fuzz(
    'keeps its run through commands with a fault',
    {
      seed: 82,
      inputs: fc.array(fc.oneof(mutated(anyCommand), anyCommand), { minLength: 1, maxLength: 5 }),
    },
    async (messages) => {
      const host = new FedHost();
      await host.feedAll([{ ...start, ...address }, ...messages]);
      const other = messages.some((each) => isEndOrStart(each));
      if (!other) expect(host.phases(1)).not.toContain('failed');
      await expectSound(host);
    },
  );

  fuzz('starts or says why not', { seed: 83, inputs: mutated(addressedStart) }, async (message) => {
    const host = new FedHost();
    await host.feedAll([message, { ...address, kind: 'train' }]);
    const [first] = host.phases(1);
    expect([undefined, 'starting', 'failed']).toContain(first);
    await expectSound(host);
  });
});

function isEndOrStart(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return message.kind === 'end' || message.kind === 'start';
}
