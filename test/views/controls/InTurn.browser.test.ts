import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { Turns } from '../../../src/state/page/turns.ts';
import InTurnCase from '../../support/InTurnCase.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function steeredTurns() {
  const tasks: (() => void)[] = [];
  const turns = new Turns((task) => tasks.push(task));
  const next = () => {
    tasks.shift()?.();
    flushSync();
  };
  return { turns, next };
}

it('shows what is in it when its turn comes', () => {
  const { turns, next } = steeredTurns();
  const { root } = mountView(InTurnCase, { turns });
  expect(root.textContent.trim()).toBe('');
  next();
  expect(root.textContent.trim()).toBe('data');
  next();
  expect(root.textContent).toContain('network');
});

it('shows it at once where there are no turns, or none any more', () => {
  expect(mountView(InTurnCase, {}).root.textContent).toMatch(/data\s*network/);
  const { turns, next } = steeredTurns();
  turns.take(() => undefined);
  next();
  expect(mountView(InTurnCase, { turns }).root.textContent).toMatch(/data\s*network/);
});

it('takes no turn once it is gone', async () => {
  const { turns, next } = steeredTurns();
  const { root, unmount } = mountView(InTurnCase, { turns });
  await unmount();
  next();
  expect([root.textContent, turns.over]).toEqual(['', true]);
});
