import { expect, it, onTestFinished } from 'vitest';
import CopyStats from '../../../src/views/evaluation/CopyStats.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountButton(available: boolean) {
  let made = 0;
  const text = () => `accuracy ${++made}`;
  const { within } = mountView(CopyStats, { available, text });
  const button = within.getByRole('button', { name: /^Cop/ });
  const status = within.getByRole('status');
  return { button, status, dialog: within.getByRole('dialog'), made: () => made };
}

/** The texts that an element has from now on, one after the other. */
function noteTexts(element: Element): readonly (string | null)[] {
  const texts: (string | null)[] = [];
  new MutationObserver(() => texts.push(element.textContent)).observe(element, {
    characterData: true,
    childList: true,
    subtree: true,
  });
  return texts;
}

it('shows the text where the browser knows no way of copying', async () => {
  const command = Object.getOwnPropertyDescriptor(Document.prototype, 'execCommand') ?? {};
  Object.defineProperty(Document.prototype, 'execCommand', {
    ...command,
    value: () => {
      throw new DOMException('There is no such command.', 'NotSupportedError');
    },
  });
  onTestFinished(() => {
    Object.defineProperty(Document.prototype, 'execCommand', command);
  });
  const { button, dialog } = mountButton(true);
  // No user has touched the page yet, so that the browser refuses the clipboard.
  button.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await expect.element(dialog.getByRole('textbox')).toHaveValue('accuracy 1');
  expect(document.querySelectorAll('body > textarea')).toHaveLength(0);
});

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
  const { button, status, dialog, made } = mountButton(true);
  expect(made()).toBe(0);
  const spoken = noteTexts(status.element());
  // It says so for a while only: what it says is noted, not looked at now and then.
  const said = noteTexts(button.element());
  await button.click();
  await expect.poll(() => said).toContain('Copied');
  expect(spoken).toContain('Copied.');
  expect(dialog.elements()).toEqual([]);
  expect(made()).toBe(1);
});

it('has nothing to copy before there are statistics', async () => {
  const { button } = mountButton(false);
  await expect.element(button).toBeDisabled();
});
