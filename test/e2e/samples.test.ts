import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { enter, ready, tap } from './support/steps.ts';

describe('the settings of the samples', () => {
  it('are in the address, are undone, and come back as the set wants them', async ({ open }) => {
    const page = await open({ path: '#data=rings', viewport: { width: 1280, height: 900 } });
    await ready(page);
    const hash = () => new URL(page.url()).hash;
    await enter(page, 'noise', '0.1');
    await expect.poll(hash).toBe('#data=rings&noise=0.1');
    const data = page.getByRole('region', { name: 'Data' });
    await data.locator('summary').click();
    await enter(page, 'wrong labels', '0.2');
    await data.getByRole('slider', { name: /share of blue/ }).press('ArrowRight');
    await expect.poll(hash).toMatch(/^#data=rings&noise=0\.1&balance=0\.5\d*&label-noise=0\.2$/);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.reload();
    await ready(page);
    expect(await page.getByRole('textbox', { name: 'noise' }).inputValue()).toBe('0.1');
    for (const name of [/^share of blue 0\.5/, /^wrong labels 0/, /^noise 0\.03/]) {
      await page.getByRole('button', { name }).click();
    }
    await expect.poll(hash).toBe('#data=rings');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(hash).toBe('#data=rings&noise=0.1');
  });

  it('can be changed by a finger, with room for it, and leave the panels in sight', async ({
    open,
  }) => {
    const page = await open({ viewport: { width: 1024, height: 768 }, hasTouch: true });
    await ready(page);
    const data = page.getByRole('region', { name: 'Data' });
    await tap(data.locator('summary'));
    const right = await data.evaluate((panel) => panel.getBoundingClientRect().right);
    const sliders = await data
      .getByRole('slider')
      .evaluateAll((all) =>
        all.map((slider) => slider.getBoundingClientRect().toJSON() as DOMRect),
      );
    expect(sliders).toHaveLength(5);
    for (const slider of sliders) {
      expect(slider.width).toBeGreaterThanOrEqual(140);
      expect(slider.right).toBeLessThanOrEqual(right + 0.5);
    }
    await data.getByRole('slider', { name: /noise/ }).tap({ position: { x: 20, y: 22 } });
    await expect.poll(() => new URL(page.url()).hash).toMatch(/noise=/);
  });
});
