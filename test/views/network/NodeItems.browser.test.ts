import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import NetworkDiagram from '../../../src/views/network/NetworkDiagram.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

async function mountTree(room = { width: 300, height: 500 }) {
  const { inside, field } = steeredExperiment().experiment;
  const { root, within } = mountView(NetworkDiagram, { inside, field, dark: false }, room);
  const tree = within.getByRole('tree').element();
  await expect.poll(() => root.querySelectorAll('[role=treeitem]').length).toBeGreaterThan(1);
  const press = async (...keys: string[]) => {
    if (tree instanceof HTMLElement) tree.focus();
    for (const key of keys) await userEvent.keyboard(`{${key}}`);
  };
  const active = () => document.getElementById(tree.getAttribute('aria-activedescendant') ?? '');
  const all = (selector: string) => [...root.querySelectorAll(selector)];
  return { root, tree, inside, press, active, all };
}

const names = (items: readonly Element[]) => items.map(({ textContent }) => textContent.trim());

it('has an item for each node, column by column, that says how many there are', async () => {
  const { inside, all } = await mountTree();
  const groups = all('[role=group]').filter((group) => group.closest('[role=tree]'));
  expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
    'inputs',
    'layer 1',
    'outputs',
  ]);
  for (const [column, group] of groups.entries()) {
    const items = [...group.querySelectorAll('[role=treeitem]')];
    expect(items.map((item) => Number(item.getAttribute('aria-level')))).toEqual(
      items.map(() => column + 1),
    );
    expect(new Set(items.map((item) => item.getAttribute('aria-setsize')))).toEqual(
      new Set([String(inside.counts[column])]),
    );
    expect(items.map((item) => Number(item.getAttribute('aria-posinset')))).toEqual(
      items.map((_, index) => index + 1),
    );
  }
});

it('says which inputs are on, and which one unit is chosen', async () => {
  const { all, press } = await mountTree();
  expect(names(all('[aria-checked=true]'))).toEqual(['input x', 'input y']);
  expect(all('[aria-selected=true]')).toEqual([]);
  await press('ArrowDown', 'Enter');
  await expect.poll(() => names(all('[aria-selected=true]'))).toEqual(['unit 2 of layer 1']);
  // An input at which the keyboard is while something was chosen is not on by that.
  await press('ArrowLeft', 'End', 'ArrowUp');
  await expect.poll(() => all('[aria-selected=true]')).toEqual([]);
  expect(names(all('[aria-checked=true]'))).toEqual(['input x', 'input y']);
});

it('lets screen readers follow the keyboard to every node, and to every weight', async () => {
  const { active, press, tree } = await mountTree({ width: 300, height: 260 });
  const seen = new Set<string | null>();
  for (const key of ['Home', 'End', 'ArrowRight', 'ArrowLeft', 'Enter', 'ArrowDown', 'ArrowDown']) {
    await press(key);
    await expect.poll(() => active()?.getAttribute('role')).toBe('treeitem');
    seen.add(tree.getAttribute('aria-activedescendant'));
  }
  expect(seen.size).toBeGreaterThanOrEqual(5);
});

it('has its items where the nodes are drawn, for those who explore by touch', async () => {
  const { active, press, root } = await mountTree();
  await press('ArrowDown');
  await expect.poll(() => root.querySelector('.mark')).not.toBeNull();
  const mark = root.querySelector('.mark')?.getBoundingClientRect();
  const box = active()?.getBoundingClientRect();
  expect(box?.width).toBeGreaterThan(8);
  expect(box?.x).toBeCloseTo(mark?.x ?? NaN, 0);
  expect(box?.y).toBeCloseTo(mark?.y ?? NaN, 0);
});
