import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { deadlineAfter } from '../../../src/federated/room/deadline.ts';
import type { RoomEffect } from '../../../src/federated/room/roomEvents.ts';
import { fuzz } from '../../support/fuzz.ts';
import { expectClose, expectSameBits } from '../../support/tolerance.ts';
import { DrivenRoom } from './drivenRoom.ts';

function roomOf(...seats: readonly string[]): DrivenRoom {
  const driven = new DrivenRoom();
  driven.join(...seats);
  return driven;
}

const names = (count: number) =>
  Array.from({ length: count }, (_, i) => `c${String(i).padStart(3, '0')}`);

function cohortOf(effects: readonly RoomEffect[]): readonly string[] {
  return effects.flatMap((effect) => (effect.kind === 'opened' ? effect.cohort : []));
}

describe('S1: a round', () => {
  it('opens with the second seat, and the next one when it has closed', () => {
    const driven = roomOf('a');
    expect(driven.happened()).toEqual([]);
    driven.join('b');
    driven.send('a');
    driven.send('b');
    expect(driven.happened()).toEqual(['opened 0', 'closed 0', 'opened 1']);
  });

  it('does not open in a pause, and the open one ends', () => {
    const driven = roomOf('a', 'b');
    driven.do({ kind: 'pause' });
    driven.send('a');
    driven.send('b');
    expect(driven.happened()).toEqual(['opened 0', 'closed 0']);
    expect(driven.room.wakeAt).toBeUndefined();
    driven.do({ kind: 'resume' });
    expect(driven.happened()).toEqual(['opened 1']);
  });

  it('adds the mean of the changes, weighted by samples', () => {
    const driven = roomOf('a', 'b');
    driven.send('b', { change: 3, samples: 2 });
    driven.send('a', { change: 1, samples: 1 });
    expectClose(driven.room.parameters, new Array<number>(4).fill(7 / 3), {
      absolute: 1e-6,
      relative: 0,
    });
  });
});

describe('S2: a client that joins', () => {
  it('takes part from the next round on', () => {
    const driven = roomOf('a', 'b', 'c');
    expect(driven.send('c')).toBe('closed');
    driven.send('a');
    expect(cohortOf(driven.do({ kind: 'tick' }))).toEqual([]);
    driven.send('b');
    expect(driven.send('c')).toBe('ok');
  });

  it('is refused where all 64 seats are taken', () => {
    const driven = roomOf(...names(64));
    expect(driven.do({ kind: 'join', seat: 'late' })).toEqual([{ kind: 'refused', seat: 'late' }]);
    expect(driven.do({ kind: 'join', seat: 'c001' })).toEqual([]);
  });
});

describe('S3: a round ends', () => {
  it('without those who leave, and with what they have sent', () => {
    const driven = roomOf('a', 'b');
    driven.join('c', 'd');
    driven.send('a');
    driven.send('b'); // round 1 asks four
    driven.send('a');
    driven.send('b');
    driven.do({ kind: 'leave', seat: 'a' });
    driven.do({ kind: 'leave', seat: 'c' });
    expect(driven.happened()).toEqual(['opened 0', 'closed 0', 'opened 1']);
    driven.do({ kind: 'leave', seat: 'd' });
    expect(driven.log).toEqual([{ kind: 'closed', round: 1, seats: ['a', 'b'] }]);
  });

  it('at the deadline with half of those asked', () => {
    const driven = roomOf('a', 'b');
    driven.join('c', 'd');
    driven.send('a');
    driven.send('b');
    driven.send('c');
    driven.send('d');
    driven.happened();
    driven.now = (driven.room.wakeAt ?? NaN) - 1;
    expect(driven.do({ kind: 'tick' })).toEqual([]);
    driven.sleep();
    expect(driven.happened()).toEqual(['closed 1', 'opened 2']);
  });

  it('abandoned where the strategy needs more updates', () => {
    const strategy = { name: 'krum', hyperparameters: { faulty: 1 } };
    const driven = new DrivenRoom({ strategy });
    driven.join('a', 'b');
    driven.send('a');
    driven.send('b');
    const [abandoned] = driven.log.filter(({ kind }) => kind === 'abandoned');
    expect(abandoned).toMatchObject({
      reason: expect.stringMatching(/^Krum .* got 2\.$/) as string,
    });
  });
});

describe('S4: a round without a quorum', () => {
  it('is extended once, then abandoned with the model as it was', () => {
    const driven = roomOf('a', 'b');
    driven.send('a');
    driven.send('b');
    const before = driven.room.snapshot;
    driven.send('a', { change: 5 });
    driven.happened();
    driven.sleep();
    driven.sleep();
    expect(driven.happened()).toEqual(['extended 1', 'abandoned 1', 'opened 2']);
    expectSameBits(driven.room.parameters, before.state.parameters);
    expect(driven.room.snapshot).toEqual({ ...before, round: 2 });
  });

  it('is abandoned at once where nobody is left to wait for', () => {
    const driven = roomOf('a', 'b');
    driven.do({ kind: 'leave', seat: 'a' });
    driven.send('b');
    expect(driven.happened()).toEqual(['opened 0', 'abandoned 0']);
    driven.join('c');
    expect(driven.happened()).toEqual(['opened 1']);
  });
});

describe('S5: an update', () => {
  it('counts once, for the round and the epoch that are open', () => {
    const driven = roomOf('a', 'b', 'c');
    expect(driven.send('a', { change: 1 })).toBe('ok');
    expect(driven.send('a', { change: 9 })).toBe('dup');
    expect(driven.send('b', { round: 1 })).toBe('future');
    expect(driven.send('b', { epoch: 0 })).toBe('stale');
    expect(driven.send('b', { epoch: 2 })).toBe('future');
    expect(driven.send('stranger')).toBe('closed');
    expect(driven.send('b', { change: 1 })).toBe('ok');
    expect(driven.send('b', { round: 0 })).toBe('stale');
    expect(Array.from(driven.room.parameters)).toEqual([1, 1, 1, 1]);
  });

  it('gets the fault of its frame', () => {
    const driven = roomOf('a', 'b');
    expect(driven.sendBytes('a', new Uint8Array(3))).toBe('size');
    expect(driven.send('a', { change: NaN })).toBe('nonfinite');
    const [opened] = driven.log.flatMap((one) => (one.kind === 'opened' ? [one.frame] : []));
    expect(driven.sendBytes('a', opened ?? new Uint8Array())).toBe('type');
  });
});

describe('S6: an update', () => {
  it('of too many samples, or much longer than the others, is refused', () => {
    const driven = roomOf('a', 'b');
    expect(driven.send('a', { samples: 1001 })).toBe('count');
    expect(driven.send('a', { samples: 1000, change: 1e6 })).toBe('ok'); // nothing to compare with
    for (const seat of ['b', 'a', 'b', 'a', 'b', 'a']) driven.send(seat);
    expect(driven.send('b', { change: 10.1 })).toBe('norm');
    expect(driven.send('b', { change: -9.9 })).toBe('ok');
  });
});

describe('S7: the deadline', () => {
  test.each([
    [[], 10_000],
    [[1000], 3000],
    [[1000, 9000, 2000], 6000],
    [[10], 2000],
    [[50_000], 60_000],
  ])('after rounds of %o ms is %i ms', (durations, deadline) => {
    expect(deadlineAfter(durations)).toBe(deadline);
  });

  it('follows how long the rounds take until their last update', () => {
    const driven = roomOf('a', 'b');
    for (const seat of ['a', 'b', 'a', 'b']) {
      driven.now += 2000;
      driven.send(seat);
    }
    expect((driven.room.wakeAt ?? NaN) - driven.now).toBe(12_000); // 3 · 4 s
  });
});

describe('S8: a silent client', () => {
  it('is waited for in two rounds only, until it sends again', () => {
    const driven = roomOf('a', 'b');
    driven.join('c');
    driven.send('a');
    driven.send('b');
    const bothSend = () => {
      driven.send('a');
      driven.send('b');
    };
    for (let round = 1; round <= 2; round++) {
      bothSend();
      driven.sleep();
    }
    expect(driven.happened()).toEqual([
      ...['opened 0', 'closed 0', 'opened 1', 'closed 1', 'opened 2', 'closed 2', 'silent'],
      'opened 3',
    ]);
    bothSend();
    expect(driven.happened()).toEqual(['closed 3', 'opened 4']);
    expect(driven.send('c')).toBe('ok');
    bothSend();
    expect(cohortOf(driven.log)).toEqual(['a', 'b', 'c']);
  });

  it('is asked again where nearly all are silent', () => {
    const driven = roomOf('a', 'b', 'c');
    for (let time = 0; time < 4; time++) driven.sleep();
    expect(driven.room.wakeAt).toBeDefined();
    expect(driven.round).toBeGreaterThan(1);
    expect(driven.send('c')).toBe('ok');
  });
});

describe('S9: a room with a goal', () => {
  it('asks 1.3 times as many, others in each round, and closes at the goal', () => {
    const driven = new DrivenRoom({ goal: 10 });
    driven.do({ kind: 'pause' });
    driven.join(...names(40));
    const first = cohortOf(driven.do({ kind: 'resume' }));
    expect(first).toHaveLength(13);
    for (const seat of first.slice(0, 10)) driven.send(seat);
    const second = cohortOf(driven.log).slice(13);
    expect(second).toHaveLength(13);
    expect(second).not.toEqual(first);
    expect(driven.happened()).toEqual(['opened 0', 'closed 0', 'opened 1']);
  });
});

describe('S10: after a restart', () => {
  const before = roomOf('a', 'b', 'c', 'd', 'e');
  before.send('a');
  before.send('b');
  const start = before.room.snapshot;

  it('the room continues where it was, in another epoch, when 80 % are back', () => {
    expect(start).toMatchObject({ round: 1, cohortSize: 5 });
    const driven = new DrivenRoom({ start });
    driven.join('a', 'b', 'c');
    expect(driven.happened()).toEqual([]);
    driven.join('d');
    expect(driven.happened()).toEqual(['opened 1']);
    expectSameBits(driven.room.parameters, before.room.parameters);
    expect(driven.send('a', { epoch: 1 })).toBe('stale');
    expect(driven.send('a')).toBe('ok');
  });

  it('the room waits no longer than 3 seconds', () => {
    const driven = new DrivenRoom({ start });
    driven.join('a', 'b');
    expect(driven.room.wakeAt).toBe(4000);
    driven.sleep();
    expect(driven.happened()).toEqual(['opened 1']);
  });
});

describe('S11: the result', () => {
  it('is the same whoever is first, and is there before the next model goes out', () => {
    const changes = [0.1, 0.7, 1.3, 0.123456];
    const run = (order: readonly number[]) => {
      const driven = new DrivenRoom();
      driven.do({ kind: 'pause' });
      driven.join(...names(4));
      driven.do({ kind: 'resume' });
      for (const i of order) driven.send(`c00${i}`, { change: changes[i] ?? NaN, samples: i + 1 });
      expect(driven.happened().slice(-2)).toEqual(['closed 0', 'opened 1']);
      return driven.room.parameters;
    };
    expectSameBits(run([3, 1, 0, 2]), run([0, 1, 2, 3]));
  });
});

describe('whatever happens', () => {
  const seat = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const act = fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), seat }) },
    fc.record({ kind: fc.constant('leave' as const), seat }),
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), seat }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('sleep' as const) }) },
    fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const) }),
  );

  fuzz(
    'rounds are contiguous, each ends once, and only closed ones change the model',
    { seed: 92, inputs: fc.array(act, { maxLength: 80 }) },
    (acts) => {
      const driven = new DrivenRoom();
      for (const each of acts) {
        const before = driven.room.parameters;
        const logged = driven.log.length;
        if (each.kind === 'send') driven.send(each.seat);
        else if (each.kind === 'sleep') driven.sleep();
        else driven.do(each);
        const closed = driven.log.slice(logged).filter(({ kind }) => kind === 'closed').length;
        // Each closed round adds 1 to every parameter.
        expect(driven.room.parameters).toEqual(before.map((value) => value + closed));
      }
      const happened = driven.happened().filter((one) => /^(opened|closed|abandoned)/.test(one));
      happened.forEach((one, i) => {
        expect(one).toMatch(
          i % 2 === 0 ? `opened ${i / 2}` : new RegExp(`(closed|abandoned) ${(i - 1) / 2}$`),
        );
      });
    },
  );
});
