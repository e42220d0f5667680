import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { boxOf, finished, ready, shownStep, status, tap } from './support/steps.ts';

const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('touch', () => {
  it('trains on a tablet with taps only', async ({ open }) => {
    const page = await open({ ...tablet, path: '#epochs=0' });
    await ready(page);
    await tap(page.getByRole('radio', { name: 'Moon' }));
    await tap(page.getByRole('button', { name: 'one unit less' }));
    await page.getByText('97 parameters').waitFor();
    await tap(page.getByRole('button', { name: 'Step', exact: true }));
    await expect.poll(() => shownStep(page)).toBe(1);
    await tap(page.getByRole('button', { name: 'Train', exact: true }));
    await status(page, /Running iteration/);
    await tap(page.getByRole('button', { name: 'Pause' }));
    await status(page, /paused at iteration/);
  });

  it('walks through the panels on a phone', async ({ open }) => {
    const page = await open({ ...phone, path: '#speed=7' });
    await ready(page);
    await tap(page.getByRole('button', { name: 'Train', exact: true }));
    await finished(page);
    await tap(page.getByRole('tab', { name: 'Evaluation' }));
    await page.getByRole('table').first().waitFor();
    await tap(page.getByRole('tab', { name: 'Updater' }));
    await page.getByRole('combobox', { name: 'updater' }).selectOption('Adam');
    const formula = page.getByRole('group', { name: /what one step does/ });
    await expect.poll(() => formula.innerText()).toMatch(/√/);
  });

  it('reads the field under a finger', async ({ open }) => {
    const page = await open(tablet);
    await ready(page);
    const { x, y, width, height } = await boxOf(page.getByRole('application', { name: /plane/ }));
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    const readout = page.getByText(/P\(blue\) \d/).first();
    await expect.poll(() => readout.innerText()).toMatch(/P\(blue\) [01]\.\d\d/);
  });

  it('has fields of 16 pixels, at which no browser enlarges the page', async ({ open }) => {
    const page = await open(phone);
    await ready(page);
    for (const name of ['Data', 'Network', 'Updater', 'Evaluation']) {
      await tap(page.getByRole('tab', { name }));
      const fields = page.locator('input:visible, select:visible');
      await expect.poll(() => fields.count()).toBeGreaterThan(0);
      const sizes = await fields.evaluateAll((all) =>
        all.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
    }
  });

  it.for([
    [390, ''],
    [390, '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }'],
    [320, ''],
  ] as const)('shows the whole status at %d pixels, %s', async ([width, style], { open }) => {
    const page = await open({ ...phone, viewport: { width, height: 844 } });
    await ready(page);
    if (style) await page.addStyleTag({ content: style });
    const cut = await page
      .getByText('ready to train')
      .first()
      .evaluate((words) => {
        words.textContent = 'training stopped: the loss is no longer a number';
        return [words.scrollWidth - words.clientWidth, words.scrollHeight - words.clientHeight];
      });
    expect(Math.max(...cut)).toBeLessThanOrEqual(1);
    const bar = await boxOf(page.getByRole('contentinfo'));
    expect(bar.y + bar.height).toBeLessThanOrEqual(844.5);
  });

  it.for([tablet, phone])('has targets of 44 pixels at $viewport', async (device, { open }) => {
    const page = await open(device);
    await ready(page);
    const small: string[] = [];
    const targets = page.locator(
      'button:visible, select:visible, summary:visible, [role=tab]:visible',
    );
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      if (box && (box.height < 43.5 || box.width < 43.5)) {
        small.push(`${await target.innerText()}: ${box.width}×${box.height}`);
      }
    }
    expect(small).toEqual([]);
  });
});
