import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { enter, eventually, finished, ready, score } from './support/steps.ts';

/** Goes into the drawing of the network and presses keys there. */
async function walk(page: Page, ...keys: string[]): Promise<void> {
  await page.getByRole('tree').focus();
  for (const key of keys) await page.keyboard.press(key);
}

const viewport = { width: 1280, height: 680 };

describe('the drawing of the network', () => {
  it('lets a unit fill the plot, until Escape', async ({ open }) => {
    const page = await open({ path: '#speed=7', viewport });
    await ready(page);
    await walk(page, 'ArrowDown', 'Enter');
    const plot = page.getByRole('button', { name: /unit 2 of layer 1.*fills the plot/i });
    await plot.waitFor();
    await page.getByText('mean activation').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await plot.waitFor({ state: 'hidden' });
  });

  it('changes what the network predicts when a bias is set by hand', async ({ open }) => {
    const page = await open({ path: '#speed=7', viewport });
    await ready(page);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await finished(page);
    await eventually(async () => {
      expect(await score(page, 'accuracy', 'evaluation')).toBeGreaterThan(0.95);
    });
    await walk(page, 'ArrowRight', 'Home', 'Enter', 'ArrowDown');
    await enter(page, 'bias', '500');
    // Everything is red now, which is about half of it.
    await eventually(async () => {
      expect(await score(page, 'accuracy', 'evaluation')).toBeLessThan(0.6);
    });
    await page.getByRole('treeitem', { name: 'red, bias 500' }).waitFor({ state: 'attached' });
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('builds layers with the focus kept, and without a fault that axe finds', async ({ open }) => {
    const page = await open({ path: '#speed=7', viewport });
    await ready(page);
    const less = page.getByRole('button', { name: 'take the last layer off' });
    await less.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => less.getAttribute('aria-disabled')).toBe('true');
    expect(await less.evaluate((button) => document.activeElement === button)).toBe(true);
    const more = page.getByRole('button', { name: 'add a layer' });
    for (let layer = 0; layer < 8; layer++) await more.press('Enter');
    await page.getByRole('button', { name: 'add a unit to layer 8' }).click();
    await expect
      .poll(() => decodeURIComponent(new URL(page.url()).hash))
      .toMatch(/hidden=20,20,20,20,20,20,20,21/);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('freezes a weight by keys and cuts a unit by the mouse; both travel in the link', async ({
    open,
  }) => {
    const page = await open({ path: '#data=linear&hidden=3&speed=7', viewport });
    await ready(page);
    await walk(page, 'Home', 'Enter', 'ArrowDown', 'ArrowDown');
    const value = page.getByRole('treeitem', { name: /^unit 1 of layer 1/ });
    await expect.poll(() => value.textContent()).toMatch(/weight from x -?[\d.]+\s*$/);
    const before = (await value.textContent())?.trim() ?? '';
    await page.getByRole('button', { name: 'Freeze weight from x' }).focus();
    await page.keyboard.press('Enter');
    const words = 'Frozen: the weight from x to unit 1 of layer 1.';
    await page.getByText(words).waitFor({ state: 'attached' });
    expect(await accessibilityViolations(page)).toEqual([]);

    await walk(page, 'ArrowUp', 'ArrowUp', 'Escape', 'ArrowDown', 'ArrowDown', 'Enter');
    await page.getByRole('button', { name: 'Cut unit 3 of layer 1' }).click();
    await page
      .getByText('Cut: 5 weights and biases.', { exact: true })
      .waitFor({ state: 'attached' });
    await expect
      .poll(() => decodeURIComponent(new URL(page.url()).hash))
      .toMatch(/frozen=0&cut=2,5,8,13-14/);

    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await finished(page);
    await page.getByRole('button', { name: /Back/ }).click();
    await walk(page, 'Home', 'Enter', 'ArrowDown', 'ArrowDown');
    await expect.poll(async () => (await value.textContent())?.trim()).toBe(`${before}, frozen`);

    const link = new URL(page.url()).hash;
    const other = await open({ path: link, viewport });
    await ready(other);
    await walk(other, 'End', 'Enter');
    const cut = other.getByRole('button', { name: 'Cut unit 3 of layer 1' });
    await expect.poll(() => cut.getAttribute('aria-pressed')).toBe('true');
    await cut.click();
    await expect
      .poll(() => decodeURIComponent(new URL(other.url()).hash))
      .toMatch(/frozen=0(?!.*cut)/);
  });
});
