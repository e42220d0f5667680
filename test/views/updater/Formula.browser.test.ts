import { expect, it } from 'vitest';
import Formula from '../../../src/views/updater/Formula.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

it('shows each line with letters, and below it with numbers', async () => {
  const formula = {
    letters: ['v ← μ·v + g', 'w ← w − r·v'],
    numbers: ['v ← 0.9·v + g', 'w ← w − 0.01·v'],
    symbols: [],
    source: 'test',
  };
  const { within } = mountView(Formula, { formula });
  const group = within.getByRole('group');
  await expect.element(group).toHaveAccessibleName();
  const lines = [...group.element().children].map((line) => line.textContent);
  expect(lines).toEqual(['v ← μ·v + g', 'v ← 0.9·v + g', 'w ← w − r·v', 'w ← w − 0.01·v']);
});
