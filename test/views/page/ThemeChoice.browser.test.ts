import { expect, it } from 'vitest';
import { Theme } from '../../../src/state/page/theme.svelte.ts';
import ThemeChoice from '../../../src/views/page/ThemeChoice.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

it('chooses among light, dark and what the device prefers', async () => {
  const theme = new Theme(undefined, true);
  const { within } = mountView(ThemeChoice, { theme });
  const list = within.getByRole('combobox', { name: 'theme' });
  await expect.element(list).toHaveValue('system');
  expect(theme.dark).toBe(true);
  await list.selectOptions('light');
  expect([theme.choice, theme.dark]).toEqual(['light', false]);
  theme.choose('dark');
  await expect.element(list).toHaveValue('dark');
});
