import { expect, it } from 'vitest';
import { Turns } from '../../../src/state/page/turns.ts';

/** Turns whose tasks begin when the test says so, and what has begun. */
function steeredTurns() {
  const tasks: (() => void)[] = [];
  const begun: string[] = [];
  const turns = new Turns((task) => tasks.push(task));
  const take = (name: string) => turns.take(() => begun.push(name));
  return { turns, take, begun, tasks, next: () => tasks.shift()?.() };
}

it('begins one thing in each task, in order', () => {
  const { turns, take, begun, tasks, next } = steeredTurns();
  for (const name of ['data', 'network', 'loss']) take(name);
  expect([begun, tasks.length]).toEqual([[], 1]);
  next();
  expect([begun, tasks.length, turns.over]).toEqual([['data'], 1, false]);
  next();
  next();
  expect([begun, tasks.length, turns.over]).toEqual([['data', 'network', 'loss'], 0, true]);
});

it('lets what a turn brings wait for a turn as well', () => {
  const { turns, take, begun, next } = steeredTurns();
  turns.take(() => take('details'));
  next();
  expect([begun, turns.over]).toEqual([[], false]);
  next();
  expect([begun, turns.over]).toEqual([['details'], true]);
});

it('does not begin what was given up', () => {
  const { take, begun, next } = steeredTurns();
  const giveUp = take('data');
  take('network');
  giveUp();
  next();
  next();
  expect(begun).toEqual(['network']);
});
