import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { boxOf, complete, ready, tap } from './support/steps.ts';

const desk = { width: 1280, height: 800 };

describe('a link for others', () => {
  it('opens the same experiment with less of the page, and all of it on wish', async ({ open }) => {
    const page = await open({ path: '#data=moon&hidden=8,4', viewport: desk });
    await complete(page);
    await page.getByRole('button', { name: 'Share' }).click();
    const sheet = page.getByRole('dialog', { name: 'Share' });
    for (const name of ['Data', 'Updater', 'Evaluation']) {
      await sheet.getByRole('checkbox', { name }).uncheck();
    }
    expect(await accessibilityViolations(page)).toEqual([]);
    const link = await sheet.getByRole('textbox', { name: 'link' }).inputValue();
    expect(link).toContain('#data=moon');
    expect(link).toContain('hide=data,updater,evaluation');
    await sheet.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByRole('region', { name: 'Data' }).count()).toBe(1);

    const other = await open({ path: new URL(link).hash, viewport: desk });
    await ready(other);
    await other.getByRole('tree').waitFor();
    await other.getByRole('region', { name: 'Loss' }).waitFor(); // the last panel that comes
    for (const name of ['Data', 'Updater', 'Evaluation']) {
      expect(await other.getByRole('region', { name, exact: true }).count(), name).toBe(0);
    }
    await other.getByRole('button', { name: 'Show everything' }).click();
    for (const name of ['Data', 'Updater', 'Evaluation']) {
      await other.getByRole('region', { name, exact: true }).waitFor();
    }
  });

  it('is copied, also where the page may not', async ({ open }) => {
    const page = await open({
      viewport: desk,
      prepare: async (page) => {
        await page.addInitScript(() => {
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
          Object.defineProperty(document, 'execCommand', { value: () => false });
        });
      },
    });
    await ready(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('copy it yourself').waitFor();
    const selected = () => page.evaluate(() => getSelection()?.toString());
    await expect.poll(selected).toContain('#data=linear');
  });

  it.for([
    [
      { width: 390, height: 844 },
      '#hide=data,loss,questions',
      ['Network', 'Updater', 'Evaluation'],
    ],
    [{ width: 390, height: 844 }, '#hide=network,updater', ['Data', 'Evaluation', 'Loss']],
    [{ width: 390, height: 844 }, '#hide=data,network,updater,evaluation,loss', []],
  ] as const)('leaves out tabs on a phone: %o %s', async ([viewport, path, tabs], { open }) => {
    const page = await open({ viewport, path, hasTouch: true, isMobile: true });
    await ready(page);
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(tabs);
    const header = await boxOf(page.getByRole('banner'));
    expect(header.height).toBeLessThan(60);
    // What comes late moves the buttons below it, also under a finger: then one taps again.
    const everything = page.getByRole('button', { name: 'Show everything' });
    await expect
      .poll(async () => {
        if (await everything.isVisible()) await tap(everything);
        return page.getByRole('tab').count();
      })
      .toBe(5);
    await page.getByRole('radio', { name: 'Moon' }).waitFor();
    await page.getByRole('region', { name: /Challenge/ }).waitFor();
    await tap(page.getByRole('button', { name: 'Share' }));
    await page.getByRole('dialog', { name: 'Share' }).waitFor();
  });
});
