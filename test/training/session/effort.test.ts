import { expect, it } from 'vitest';
import { Effort } from '../../../src/training/session/effort.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

function makeEffort() {
  const clock = new VirtualClock();
  const announced: boolean[] = [];
  const effort = new Effort((hard) => announced.push(hard), clock.now);
  /** Does work of a kind that takes that long, and returns what was announced for it. */
  const work = async (kind: string, milliseconds: number) => {
    announced.length = 0;
    await effort.exert(kind, () => {
      clock.spend(milliseconds);
      return Promise.resolve();
    });
    return [...announced];
  };
  return { effort, announced, work };
}

it('announces the first piece of each kind, and after that those like one that took long', async () => {
  const { work } = makeEffort();
  expect(await work('frame', 5)).toEqual([true, false]);
  expect(await work('frame', 1500)).toEqual([]);
  expect(await work('frame', 5)).toEqual([true, false]);
  expect(await work('frame', 5)).toEqual([]);
  expect(await work('training', 5)).toEqual([true, false]);
});

it('announces all again once it has forgotten', async () => {
  const { effort, work } = makeEffort();
  await work('frame', 5);
  effort.forget();
  expect(await work('frame', 5)).toEqual([true, false]);
});

it('announces the end of work that fails, and passes on why', async () => {
  const { effort, announced } = makeEffort();
  const work = () => Promise.reject(new Error('The context was lost.'));
  await expect(effort.exert('frame', work)).rejects.toThrow('The context was lost.');
  expect(announced).toEqual([true, false]);
});
