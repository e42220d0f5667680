import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { enter, ready, status } from './support/steps.ts';

describe('the address', () => {
  it('holds the settings, and a reload keeps them', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.getByRole('radio', { name: 'Spiral' }).check({ force: true });
    await page.getByRole('combobox', { name: 'updater' }).selectOption('Adam');
    await enter(page, 'units', '12');
    await expect.poll(() => new URL(page.url()).hash).toBe('#data=spiral&hidden=12&updater=adam');
    await page.reload();
    await ready(page);
    expect(await page.getByRole('radio', { name: 'Spiral' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'units' }).inputValue()).toBe('12');
    expect(await page.getByRole('combobox', { name: 'updater' }).inputValue()).toBe('adam');
  });

  it('says with what the page opens, and what the article’s experiment is', async ({ open }) => {
    const page = await open({ path: '' });
    await ready(page);
    const hash = () => new URL(page.url()).hash;
    expect(hash()).toBe('#data=moon');
    await page.getByRole('link', { name: 'the article’s experiment' }).click();
    await expect.poll(() => page.getByRole('radio', { name: 'Linear' }).isChecked()).toBe(true);
    expect(hash()).toBe('#data=linear');
    await enter(page, 'batch size', '20');
    await expect.poll(hash).toBe('#batch=20');
    await enter(page, 'batch size', '50');
    await expect.poll(hash).toBe('#data=linear');
  });

  it('reports the settings it cannot use, and uses the rest', async ({ open }) => {
    const page = await open({ path: '#hidden=0&updater=warp&batch=20' });
    await ready(page);
    const text = await page.locator('body').innerText();
    expect(text).toMatch(/hidden=0/);
    expect(text).toMatch(/updater=warp/);
    expect(await page.getByRole('textbox', { name: 'batch size' }).inputValue()).toBe('20');
  });

  it('stays as it is while a part of it cannot be used, until a setting is changed', async ({
    open,
  }) => {
    const page = await open({ path: '#data=moon&hiden=8' });
    await ready(page);
    const hash = () => new URL(page.url()).hash;
    await page.getByText('Did you mean hidden?').waitFor();
    await page.keyboard.press('Space');
    await status(page, /Running iteration #\d/);
    expect(hash()).toBe('#data=moon&hiden=8');
    await enter(page, 'batch size', '20');
    await expect.poll(hash).toBe('#data=moon&batch=20');
    await page.evaluate(() => (location.hash = '#data=moon&batch=20&hiden=8'));
    await page.getByText('Did you mean hidden?').waitFor();
    await enter(page, 'batch size', '30');
    await expect.poll(hash).toBe('#data=moon&batch=30');
  });

  it('is not overwritten when it was just typed', async ({ open }) => {
    const page = await open();
    await ready(page);
    await enter(page, 'batch size', '20');
    await page.evaluate(() => {
      location.hash = 'data=xor';
      // Writes at once what was to be written after a while, before the new address is followed.
      dispatchEvent(new Event('pagehide'));
    });
    await expect.poll(() => page.getByRole('radio', { name: 'XOR' }).isChecked()).toBe(true);
    expect(new URL(page.url()).hash).toBe('#data=xor');
  });

  it('says once what it says twice, on opening and in a page in use', async ({ open }) => {
    const page = await open({ path: '#x=1&x=1' });
    await ready(page);
    expect(await page.getByText(/says "x=1"/).count()).toBe(1);
    await page.evaluate(() => (location.hash = '#data=moon&y=1&y=1'));
    await page.getByText(/says "y=1"/).waitFor();
    await ready(page);
    expect(await page.getByText(/says "[xy]=1"/).count()).toBe(1);
    expect(await page.getByRole('radio', { name: 'Moon' }).isChecked()).toBe(true);
  });

  it('works on where the browser lets no address be written', async ({ open }) => {
    const page = await open({
      prepare: async (page) => {
        await page.addInitScript(() => {
          history.replaceState = () => {
            throw new DOMException('Too many calls.', 'SecurityError');
          };
        });
      },
    });
    await ready(page);
    await enter(page, 'units', '12');
    await expect
      .poll(() => page.getByRole('region', { name: 'Network' }).innerText())
      .toMatch(/62\s+parameters/);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await status(page, 'model evaluation result');
    expect(new URL(page.url()).hash).toBe('#data=linear');
  });

  it('changes the settings when it is changed', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.evaluate(() => (location.hash = '#data=xor&hidden=4,4'));
    await expect.poll(() => page.getByRole('radio', { name: 'XOR' }).isChecked()).toBe(true);
    await expect
      .poll(() => page.getByRole('region', { name: 'Network' }).innerText())
      .toMatch(/42\s+parameters/);
  });
});
