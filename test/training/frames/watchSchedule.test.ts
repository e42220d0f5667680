import { describe, expect, it } from 'vitest';
import { WatchSchedule } from '../../../src/training/frames/watchSchedule.ts';
import type { Picture, ProbabilitiesWatch, Watch } from '../../../src/training/protocol/watches.ts';
import { articleField } from '../../support/articleStart.ts';

const probabilities: ProbabilitiesWatch = {
  id: 'training',
  kind: 'probabilities',
  set: 'training',
  rate: Infinity,
};

const start = { step: 0, jumps: 0, samplesVersion: 1 };

/** What is sent for a watch while training or at rest. */
function picture(watch: Watch, resting: boolean): Picture {
  const values = new Float32Array();
  if (watch.kind === 'probabilities') return { kind: watch.kind, set: watch.set, values, loss: 0 };
  if (watch.kind !== 'field') return { kind: 'points', values };
  const resolution = resting ? watch.restResolution : watch.resolution;
  return { kind: watch.kind, class: watch.class, window: watch.window, resolution, values };
}

/** A schedule that has sent all that was due at time 0, in that state. */
function scheduleOf(watches: readonly Watch[], resting: boolean): WatchSchedule {
  const schedule = new WatchSchedule();
  schedule.replace(watches);
  for (const watch of schedule.due(start, 0, resting)) {
    schedule.sent(watch, picture(watch, resting), start, 0);
  }
  return schedule;
}

describe('WatchSchedule', () => {
  it('owes each new watch a picture, and none after it', () => {
    const schedule = new WatchSchedule();
    expect(schedule.isBehind(start, true)).toBe(false);
    schedule.replace([articleField, probabilities]);
    expect(schedule.isBehind(start, false)).toBe(true);
    expect(schedule.due(start, 0, false)).toEqual([articleField, probabilities]);
    const shown = scheduleOf([articleField, probabilities], true);
    expect(shown.isBehind(start, true)).toBe(false);
    expect(shown.due(start, 5000, true)).toEqual([]);
  });

  it.each<[string, Partial<typeof start>, Watch[]]>([
    ['a step', { step: 1 }, [articleField, probabilities]],
    ['other weights at the same step', { jumps: 1 }, [articleField, probabilities]],
    ['other samples', { samplesVersion: 2 }, [probabilities]],
  ])('owes after %s what depends on it', (_change, change, expected) => {
    const schedule = scheduleOf([articleField, probabilities], true);
    expect(schedule.due({ ...start, ...change }, 0, true)).toEqual(expected);
    expect(schedule.isBehind({ ...start, ...change }, true)).toBe(true);
    expect(schedule.isBehind({ ...start, ...change }, false)).toBe(false);
  });

  it('owes at rest a field as fine as asked for, but not the same probabilities again', () => {
    const schedule = scheduleOf([articleField, probabilities], false);
    expect(schedule.due(start, 0, true)).toEqual([articleField]);
  });

  it('keeps to the rate on average while training', () => {
    const watch = { ...articleField, rate: 10 };
    const schedule = scheduleOf([watch], false);
    const times: number[] = [];
    // A frame every 30 ms: the 100 ms of the rate are over at 120, 210, 300, 420, …
    for (let now = 30; now <= 600; now += 30) {
      const state = { ...start, step: now };
      if (schedule.due(state, now, false).length === 0) continue;
      schedule.sent(watch, picture(watch, false), state, now);
      times.push(now);
    }
    expect(times).toEqual([120, 210, 300, 420, 510, 600]);
  });

  it('makes up for no pictures that were missed', () => {
    const watch = { ...articleField, rate: 10 };
    const schedule = scheduleOf([watch], false);
    schedule.sent(watch, picture(watch, false), start, 1000);
    expect(schedule.due({ ...start, step: 1 }, 1099, false)).toEqual([]);
    expect(schedule.due({ ...start, step: 1 }, 1100, false)).toEqual([watch]);
  });

  it('takes a watch for the same only when nothing in it differs', () => {
    const schedule = scheduleOf([articleField], true);
    schedule.replace([structuredClone(articleField)]);
    expect(schedule.isBehind(start, true)).toBe(false);
    const window = { ...articleField.window, top: 2 };
    for (const changed of [
      { ...articleField, window },
      { ...articleField, class: 0 },
      { ...articleField, id: 'other' },
      { ...articleField, rate: 1 },
      { ...articleField, resolution: 5 },
    ]) {
      schedule.replace([changed]);
      expect(schedule.due(start, 0, true)).toEqual([changed]);
      schedule.replace([articleField]);
      schedule.sent(articleField, picture(articleField, true), start, 0);
    }
  });
});
