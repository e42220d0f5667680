import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import type { OpenOptions } from './support/application.ts';
import { it } from './support/application.ts';
import { complete, finished, ready } from './support/steps.ts';

describe('what axe finds', () => {
  it.for(['light', 'dark'] as const)(
    'is nothing in the %s theme, nor in its help',
    async (colorScheme, { open }) => {
      const page = await open({ colorScheme, viewport: { width: 1280, height: 800 } });
      await ready(page);
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.keyboard.press('Space');
      await finished(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
    },
  );

  it.for<[string, OpenOptions]>([
    ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
    ['at 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
    ['at 400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ])('is nothing in any tab %s', async ([, options], { open }) => {
    const page = await open({ ...options, path: '#speed=7' });
    await ready(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    for (const name of ['Data', 'Network', 'Updater', 'Evaluation', 'Loss']) {
      await page.getByRole('tab', { name }).click();
      await page.locator('[role=tabpanel] :is(button, table, svg):visible').first().waitFor();
      expect(await accessibilityViolations(page, '[role=tabpanel]'), name).toEqual([]);
    }
  });

  it.for<[string, OpenOptions]>([
    ['on a tablet', { viewport: { width: 1024, height: 768 }, hasTouch: true }],
    ['in forced colours', { viewport: { width: 1280, height: 680 }, forcedColors: 'active' }],
  ])('is nothing before and after training %s', async ([, options], { open }) => {
    const page = await open({ ...options, path: '#data=moon&speed=7' });
    await complete(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Space');
    await finished(page);
    for (const summary of await page.locator('summary:visible').all()) await summary.click();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
