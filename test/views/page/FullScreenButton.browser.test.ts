import { expect, it } from 'vitest';
import FullScreenButton from '../../../src/views/page/FullScreenButton.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountButton() {
  const { within } = mountView(FullScreenButton, {}, { width: 600, height: 100 });
  return within.getByRole('button', { name: 'Full screen' });
}

// Vitest fails by a rejection that nobody catches.
it('stays as it is where the browser refuses', async () => {
  const button = mountButton();
  // No user has touched the page yet, so that the browser refuses.
  const refused = new Promise((resolve) => {
    document.addEventListener('fullscreenerror', resolve, { once: true });
  });
  button.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await refused;
  await expect.element(button).toHaveAttribute('aria-pressed', 'false');
});

it('fills the screen, and leaves it', async () => {
  const button = mountButton();
  await button.click();
  await expect.element(button).toHaveAttribute('aria-pressed', 'true');
  expect(document.fullscreenElement).toBe(document.documentElement);
  await button.click();
  await expect.element(button).toHaveAttribute('aria-pressed', 'false');
  expect(document.fullscreenElement).toBeNull();
});
