import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { finished, ready, shownStep, status } from './support/steps.ts';

describe('the keyboard', () => {
  it('trains, pauses, steps and resets', async ({ open }) => {
    const page = await open({ path: '#speed=3' });
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

  it('opens and closes a sheet of its keys', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    expect(await sheet.innerText()).toMatch(/space/i);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('leaves a text field its letters and a button its space', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shownStep(page)).toBe(1);
    await page.getByRole('textbox', { name: 'batch' }).focus();
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Epoch', exact: true }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => shownStep(page)).toBe(20);
    await status(page, /paused at iteration #20/);
  });

  it('reaches every control by Tab, each with a name', async ({ open }) => {
    const page = await open({ viewport: { width: 1280, height: 800 } });
    await ready(page);
    const names = new Set<string>();
    for (let press = 0; press < 80; press++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      const snapshot = await focused.ariaSnapshot();
      expect(snapshot, 'a control without a name').toMatch(
        /^- '?\w+ ["'].|^- text|^- \w+:|^- group/,
      );
      names.add(snapshot);
    }
    const all = [...names].join('\n');
    for (const name of ['Train', 'Step', 'Reset', 'speed', 'rule', 'Linear', 'threshold', 'Help']) {
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

  it('has the keys back after a click', async ({ open }) => {
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
