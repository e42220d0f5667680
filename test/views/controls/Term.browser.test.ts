import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Term from '../../../src/views/controls/Term.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

const meaning = '1 is all right, 0 is no better than chance.';

function mountTerm(room = { width: 200, height: 100 }) {
  const view = mountView(Term, { label: 'MCC', meaning }, room);
  return {
    ...view,
    button: view.within.getByRole('button', { name: 'MCC', exact: true }),
    sentence: view.within.getByText(meaning),
  };
}

describe('a term', () => {
  it('opens its sentence by a click or by Enter, and closes it by the next one', async () => {
    const { button, sentence } = mountTerm();
    await expect.element(sentence).not.toBeVisible();
    for (const press of [() => button.click(), () => userEvent.keyboard('{Enter}')]) {
      await press();
      await expect.element(sentence).toBeVisible();
      await expect.element(button).toHaveAttribute('aria-expanded', 'true');
      await press();
      await expect.element(sentence).not.toBeVisible();
      await expect.element(button).toHaveAttribute('aria-expanded', 'false');
    }
  });

  it('is described by its sentence, open or not', async () => {
    const { button } = mountTerm();
    await expect.element(button).toHaveAccessibleDescription(meaning);
  });

  it('closes by Escape, which keeps the focus, and by a click elsewhere', async () => {
    const { button, sentence } = mountTerm();
    await button.click();
    await userEvent.keyboard('{Escape}');
    await expect.element(sentence).not.toBeVisible();
    await expect.element(button).toHaveFocus();
    await button.click();
    await expect.element(sentence).toBeVisible();
    await userEvent.click(document.documentElement, { position: { x: 350, y: 700 } });
    await expect.element(sentence).not.toBeVisible();
  });

  it('closes the sentence of another term', async () => {
    const [first, second] = [mountTerm(), mountTerm()];
    await first.button.click();
    await second.button.click();
    await expect.element(second.sentence).toBeVisible();
    await expect.element(first.sentence).not.toBeVisible();
  });

  it.each([
    [0, 0],
    [390, 0],
    [0, 800],
    [390, 800],
    [200, 400],
  ])('has its sentence beside it, within the screen, from %d, %d', async (x, y) => {
    await page.viewport(414, 840);
    const { root, button, sentence } = mountTerm();
    Object.assign(root.style, { position: 'fixed', margin: 0, left: `${x}px`, top: `${y}px` });
    await button.click();
    await expect.element(sentence).toBeVisible();
    const label = button.element().getBoundingClientRect();
    const box = sentence.element().getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(414);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(840);
    const gap = Math.max(box.top - label.bottom, label.top - box.bottom);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(8);
  });
});

describe('a term in a browser without popovers', () => {
  it('opens its sentence within the text, and closes it by Escape', async () => {
    const popover = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover') ?? {};
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    const { button, sentence } = mountTerm();
    Object.defineProperty(HTMLElement.prototype, 'popover', popover);
    await expect.element(sentence).not.toBeVisible();
    await button.click();
    await expect.element(sentence).toBeVisible();
    await expect.element(button).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    await expect.element(sentence).not.toBeVisible();
  });
});
