import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import type { CommandBody } from '../../../src/training/protocol/commands.ts';
import type { SessionEvent } from '../../../src/training/protocol/events.ts';
import { isSign, type Sign } from '../../../src/training/protocol/signs.ts';
import { SessionHost } from '../../../src/training/session/sessionHost.ts';
import { endlessStart } from '../../support/articleStart.ts';
import { TimedEngine } from '../../support/timedEngine.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** A host on a virtual clock; each frame is acknowledged at once. A step costs half a millisecond. */
class SteeredHost {
  readonly clock = new VirtualClock();
  readonly events: SessionEvent[] = [];
  readonly signs: Sign[] = [];
  readonly engines: TimedEngine[] = [];
  readonly troubles: unknown[] = [];
  /** How often a session asked for a turn. */
  turns = 0;
  readonly host: SessionHost;

  constructor() {
    this.host = new SessionHost(
      {
        now: this.clock.now,
        nextTurn: (milliseconds) => {
          this.turns++;
          return this.clock.nextTurn(milliseconds);
        },
        modelFiles: () => Promise.reject(new Error('No.')),
        chooseEngine: () => ({
          name: 'simd',
          reason: 'It was chosen.',
          factory: async (specification, parameters) => {
            const simd = await this.clock.outside(createSimdEngine(specification, parameters));
            const engine = new TimedEngine('simd', simd, this.clock, { step: 0.5, cell: 0 });
            this.engines.push(engine);
            return engine;
          },
        }),
        emit: (event) => {
          if (isSign(event)) {
            this.signs.push(event);
            return;
          }
          this.events.push(event);
          if (event.kind !== 'frame') return;
          this.send(event.session, { kind: 'acknowledge', frame: event.frame.number });
        },
      },
      (error) => this.troubles.push(error),
    );
  }

  send(session: number, command: CommandBody): void {
    this.host.receive({ ...command, session, run: 1 });
  }

  /** Starts sessions of these numbers and lets their first frames come. */
  async start(...sessions: readonly number[]): Promise<void> {
    for (const session of sessions) this.send(session, { kind: 'start', ...endlessStart });
    await this.clock.pass(10);
  }

  /** The last step that a session has shown. */
  step(session: number): number {
    const frames = this.events.flatMap((event) =>
      event.kind === 'frame' && event.session === session ? event.frame : [],
    );
    return frames.at(-1)?.progress.step ?? -1;
  }
}

describe('a host of sessions', () => {
  it('begins a session at its first start, and no other', async () => {
    const steered = new SteeredHost();
    steered.send(1, { kind: 'train' });
    await steered.start(2, 3);
    expect(new Set(steered.events.map(({ session }) => session))).toEqual(new Set([2, 3]));
    expect(steered.engines).toHaveLength(2);
  });

  it('passes a command to its session alone', async () => {
    const steered = new SteeredHost();
    await steered.start(1, 2);
    steered.send(2, { kind: 'step', unit: 'step' });
    await steered.clock.pass(100);
    expect([steered.step(1), steered.step(2)]).toEqual([0, 1]);
  });

  it('shares the thread between sessions that train', async () => {
    const steered = new SteeredHost();
    await steered.start(1, 2, 3);
    for (const session of [1, 2, 3]) steered.send(session, { kind: 'train' });
    await steered.clock.pass(6000);
    // 12,000 steps fit into 6 seconds.
    for (const session of [1, 2, 3]) {
      expect(steered.step(session)).toBeGreaterThan(3800);
      expect(steered.step(session)).toBeLessThan(4200);
    }
  });

  it('does nothing for sessions that rest, watched or not', async () => {
    const steered = new SteeredHost();
    await steered.start(1, 2);
    steered.send(1, { kind: 'watch', watches: [] });
    await steered.clock.pass(10);
    const { turns, events } = steered;
    const count = events.length;
    await steered.clock.pass(60_000);
    expect(steered.turns).toBe(turns);
    expect(steered.events).toHaveLength(count);
  });

  it('lets a session end while another trains on', async () => {
    const steered = new SteeredHost();
    await steered.start(1, 2);
    for (const session of [1, 2]) steered.send(session, { kind: 'train' });
    await steered.clock.pass(100);
    steered.send(1, { kind: 'end' });
    await steered.clock.pass(50);
    expect(steered.engines.map(({ disposed }) => disposed)).toEqual([true, false]);
    const count = steered.events.filter(({ session }) => session === 1).length;
    const before = steered.step(2);
    await steered.clock.pass(1000);
    expect(steered.events.filter(({ session }) => session === 1)).toHaveLength(count);
    expect(steered.step(2)).toBeGreaterThan(before + 1500);
    // The number may be used again.
    await steered.start(1);
    expect(steered.step(1)).toBe(0);
    expect(steered.troubles).toEqual([]);
  });
});
