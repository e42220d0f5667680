import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { complete, finished, ready, shownStep, status } from './support/steps.ts';

/**
 * Whether a control in Playwright's aria snapshot has a name: `- textbox "batch": "50"`. The
 * summary of a disclosure is named by its text: `- text: More`.
 */
function isNamed(control: string): boolean {
  return /^- '?\w+ "[^"]+"|^- text: \S/.test(control);
}

describe('the keyboard', () => {
  it('trains, pauses, steps and resets', async ({ open }) => {
    const page = await open({ path: '#epochs=0&speed=3' });
    await ready(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shownStep(page)).toBe(1);
    await page.keyboard.press('Space');
    await status(page, /Running iteration/);
    await page.keyboard.press('Space');
    await status(page, /paused at iteration/);
    await page.keyboard.press('r');
    await ready(page);
    await expect.poll(() => shownStep(page)).toBe(0);
  });

  it('opens and closes the help for its keys', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    expect(await sheet.innerText()).toMatch(/space/i);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('does not act on letters in a text field or on Space on a button', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shownStep(page)).toBe(1);
    const batch = page.getByRole('textbox', { name: 'batch size' });
    await batch.focus();
    await page.keyboard.press('r');
    expect(await batch.inputValue()).toContain('r');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Step', exact: true }).focus();
    await page.keyboard.press('Space');
    // 1 if the letter had reset the run, and more if Space had started the training.
    await expect.poll(() => shownStep(page)).toBe(2);
    await status(page, /paused at iteration #2$/);
  });

  it('reaches every control by Tab, each with a name', async ({ open }) => {
    const page = await open({ viewport: { width: 1280, height: 800 } });
    await complete(page);
    const focused = page.locator(':focus');
    const controls: string[] = [];
    // The focus leaves the page after its last control.
    await page.keyboard.press('Tab');
    while ((await focused.count()) > 0) {
      controls.push(await focused.ariaSnapshot());
      await page.keyboard.press('Tab');
    }
    expect(controls.filter((control) => !isNamed(control))).toEqual([]);
    const all = controls.join('\n');
    for (const name of [
      'Train',
      'Step',
      'Reset',
      'speed',
      'updater',
      'Linear',
      'threshold',
      'Help',
    ]) {
      expect(all).toContain(name);
    }
  });

  it('reads the field with the arrow keys', async ({ open }) => {
    const page = await open({ path: '#speed=7' });
    await ready(page);
    await page.keyboard.press('Space');
    await finished(page);
    const plot = page.getByRole('application', { name: /plane/ });
    await plot.focus();
    await page.keyboard.press('ArrowUp');
    const readout = page.getByText(/P\(blue\) \d/).first();
    await readout.waitFor();
    const before = await readout.innerText();
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => readout.innerText()).not.toBe(before);
  });

  it('works again after a click on a button', async ({ open }) => {
    const page = await open({ path: '#epochs=0&speed=3' });
    await ready(page);
    const seed = () => /seed=\d+/.exec(new URL(page.url()).hash)?.[0];
    await page.getByRole('button', { name: 'New weights' }).click();
    await expect.poll(seed).toBeDefined();
    const drawn = seed();
    await page.keyboard.press('Space');
    await expect.poll(() => shownStep(page)).toBeGreaterThan(3);
    await page.getByRole('radio', { name: 'Moon' }).click();
    await page.keyboard.press('Space');
    await status(page, /paused at iteration/);
    // Once the address holds the later change, it would also hold a second press of the button.
    await expect.poll(() => page.url()).toContain('data=moon');
    expect(seed()).toBe(drawn);
    await page.getByRole('button', { name: 'Help' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Space');
    await status(page, /Running iteration|training model/);
  });
});
