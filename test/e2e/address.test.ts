import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { enter, ready } from './support/steps.ts';

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

  it('reports the settings it cannot use, and uses the rest', async ({ open }) => {
    const page = await open({ path: '#hidden=0&updater=warp&batch=20' });
    await ready(page);
    const text = await page.locator('body').innerText();
    expect(text).toMatch(/hidden=0/);
    expect(text).toMatch(/updater=warp/);
    expect(await page.getByRole('textbox', { name: 'batch size' }).inputValue()).toBe('20');
  });

  it('changes the settings when it is changed', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.evaluate(() => (location.hash = '#data=xor&hidden=4,4'));
    await expect.poll(() => page.getByRole('radio', { name: 'XOR' }).isChecked()).toBe(true);
    await page.getByText('42 parameters').waitFor();
  });
});
