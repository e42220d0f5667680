import { expect, it } from 'vitest';
import { Shortcuts, shortcutList } from '../../../src/state/page/shortcuts.svelte.ts';
import HelpSheet from '../../../src/views/page/HelpSheet.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountSheet() {
  const shortcuts = new Shortcuts(undefined);
  let closed = 0;
  const onclose = () => (closed += 1);
  const view = mountView(HelpSheet, { shortcuts, open: true, onclose });
  return { ...view, shortcuts, closed: () => closed, sheet: view.within.getByRole('dialog') };
}

it('lists each key with what it does', async () => {
  const { sheet } = mountSheet();
  await expect.element(sheet).toBeVisible();
  for (const { keys, does } of shortcutList) {
    const row = sheet.getByRole('row').filter({ hasText: does });
    await expect.element(row.getByRole('rowheader')).toHaveTextContent(keys);
  }
});

it('switches the keys off and on', async () => {
  const { sheet, shortcuts } = mountSheet();
  const box = sheet.getByRole('checkbox');
  await expect.element(box).toBeChecked();
  await box.click();
  expect(shortcuts.on).toBe(false);
  shortcuts.set(true);
  await expect.element(box).toBeChecked();
});

it('closes', async () => {
  const { sheet, closed } = mountSheet();
  await sheet.getByRole('button', { name: 'Close' }).click();
  expect(closed()).toBe(1);
});
