import { expect, it } from 'vitest';
import Formula from '../../../src/views/updater/Formula.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

const formula = {
  letters: ['v ← β₁·v + g²', 'w ← w − r·v'],
  numbers: ['v ← 0.9·v + g²', 'w ← w − 1e-7·v'],
  symbols: [],
  source: 'test',
};

it('shows each line with letters, and below it with numbers, which are read as one would type them', async () => {
  const { within } = mountView(Formula, { formula });
  const group = within.getByRole('group');
  await expect.element(group).toHaveAccessibleName();
  const lines = group.getByRole('math').elements();
  expect(lines.map((line) => line.getAttribute('aria-label'))).toEqual([
    ...['v ← β₁·v + g²', 'v ← 0.9·v + g²'],
    ...['w ← w − r·v', 'w ← w − 1e-7·v'],
  ]);
  expect(lines.map((line) => line.textContent)).toEqual([
    ...['v ← β1·v + g2', 'v ← 0.9·v + g2'],
    ...['w ← w − r·v', 'w ← w − 10−7·v'],
  ]);
});

it('sets variables in italics, indices low and powers high', () => {
  const { root } = mountView(Formula, { formula });
  const texts = (name: string) => [...root.querySelectorAll(name)].map((each) => each.textContent);
  expect(new Set(texts('i'))).toEqual(new Set(['v', 'β', 'g', 'w', 'r']));
  expect(texts('sub')).toEqual(['1']);
  expect(texts('sup')).toEqual(['2', '2', '−7']);
});

it('marks a number that has changed, for a moment, and no other', async () => {
  const { root, props } = mountView(Formula, { formula });
  const marked = () =>
    root
      .getAnimations({ subtree: true })
      .map(({ effect }) => effect instanceof KeyframeEffect && effect.target?.textContent);
  expect(marked()).toEqual([]);
  props.formula = { ...formula, numbers: ['v ← 0.8·v + g²', 'w ← w − 1e-7·v'] };
  await expect.poll(() => root.textContent).toContain('0.8');
  expect(marked()).toEqual(['0.8']);
  await expect.poll(marked).toEqual([]);
});
