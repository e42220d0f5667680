import { beforeEach, describe, expect, it } from 'vitest';
import { Watchdog } from '../../src/training/watchdog.ts';
import { VirtualClock } from '../support/virtualClock.ts';
import { virtualTimer } from '../support/virtualTimer.ts';

const second = 1000;

let clock: VirtualClock;
let pings: number[];
let active: boolean;
let patience: number;
let hangs: number;
let watchdog: Watchdog;

beforeEach(() => {
  clock = new VirtualClock();
  pings = [];
  active = false;
  patience = 10;
  hangs = 0;
  const session = {
    ping: (ping: number) => pings.push(ping),
    isActive: () => active,
    patience: () => patience,
    onhang: () => (hangs += 1),
  };
  watchdog = new Watchdog(session, virtualTimer(clock));
});

/** Answers the newest ping. */
function answer(): void {
  watchdog.hear(pings.at(-1));
}

describe('a watchdog', () => {
  it('asks when something is expected, and is content with an answer', async () => {
    watchdog.expect();
    expect(pings).toEqual([1]);
    answer();
    await clock.pass(100 * second);
    expect([pings, hangs]).toEqual([[1], 0]);
  });

  it('reports silence once, after its patience', async () => {
    watchdog.expect();
    await clock.pass(9.9 * second);
    expect([hangs, watchdog.silence]).toEqual([0, 9]);
    await clock.pass(second);
    expect([hangs, watchdog.silence]).toEqual([1, 0]);
    await clock.pass(100 * second);
    expect([hangs, pings]).toEqual([1, [1]]);
  });

  it('is not content with an older answer, nor with news of something else', async () => {
    watchdog.expect();
    watchdog.expect();
    watchdog.hear(1);
    await clock.pass(5 * second);
    watchdog.hear();
    await clock.pass(20 * second);
    expect(hangs).toBe(1);
  });

  it('asks nothing of an active session that is heard', async () => {
    active = true;
    watchdog.watch();
    for (let i = 0; i < 100; i++) {
      watchdog.hear();
      await clock.pass(0.5 * second);
    }
    expect([pings, hangs]).toEqual([[], 0]);
  });

  it('asks an active session that falls silent, and reports when it stays silent', async () => {
    active = true;
    watchdog.watch();
    for (let i = 0; i < 30; i++) {
      answer();
      await clock.pass(3 * second);
    }
    expect([pings.length > 25, hangs]).toEqual([true, 0]);
    await clock.pass(12 * second);
    expect(hangs).toBe(1);
  });

  it('lets an active session be when it comes to rest', async () => {
    active = true;
    watchdog.watch();
    await clock.pass(3 * second);
    answer();
    active = false;
    await clock.pass(100 * second);
    expect([pings, hangs, watchdog.silence]).toEqual([[1], 0, 0]);
  });

  it('has the patience of the moment', async () => {
    patience = 60;
    watchdog.expect();
    await clock.pass(30.5 * second);
    expect([hangs, watchdog.silence]).toEqual([0, 30]);
    patience = 10;
    await clock.pass(second);
    expect(hangs).toBe(1);
  });

  it('counts a time in which the page had no beats as one beat', async () => {
    watchdog.expect();
    await clock.pass(2.5 * second);
    clock.spend(3600 * second);
    await clock.pass(0.001);
    expect([hangs, watchdog.silence]).toEqual([0, 3]);
    await clock.pass(6.5 * second);
    expect(hangs).toBe(0);
    await clock.pass(second);
    expect(hangs).toBe(1);
  });

  it('expects nothing once it was ended', async () => {
    watchdog.expect();
    await clock.pass(5 * second);
    watchdog.end();
    expect(watchdog.silence).toBe(0);
    await clock.pass(100 * second);
    expect(hangs).toBe(0);
  });
});
