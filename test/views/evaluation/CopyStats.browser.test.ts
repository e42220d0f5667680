import { expect, it } from 'vitest';
import CopyStats from '../../../src/views/evaluation/CopyStats.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountButton(available: boolean) {
  let made = 0;
  const text = () => `accuracy ${++made}`;
  const { within } = mountView(CopyStats, { available, text });
  const button = within.getByRole('button', { name: /^Cop/ });
  return { button, dialog: within.getByRole('dialog'), made: () => made };
}

it('shows the text, selected, where the browser does not let the page copy', async () => {
  const { button, dialog } = mountButton(true);
  // No user has touched the page yet, so that the browser refuses.
  button.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const area = dialog.getByRole('textbox');
  await expect.element(area).toHaveValue('accuracy 1');
  await expect.element(area).toHaveFocus();
  expect(getSelection()?.toString()).toBe('accuracy 1');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => dialog.elements()).toEqual([]);
  await expect.element(button).toHaveFocus();
});

it('says that it has copied, what was made for this click', async () => {
  const { button, dialog, made } = mountButton(true);
  expect(made()).toBe(0);
  // It says so for a while only: what it says is noted, not looked at now and then.
  const element = button.element();
  const said: (string | null)[] = [];
  new MutationObserver(() => said.push(element.textContent)).observe(element, {
    characterData: true,
    childList: true,
    subtree: true,
  });
  await button.click();
  await expect.poll(() => said).toContain('Copied');
  expect(dialog.elements()).toEqual([]);
  expect(made()).toBe(1);
});

it('has nothing to copy before there are statistics', async () => {
  const { button } = mountButton(false);
  await expect.element(button).toBeDisabled();
});
