import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { boxOf, finished, ready } from './support/steps.ts';

const panels = ['Data', 'Network', 'Updater', 'Evaluation', 'Loss'];

/** As the browser does before it prints, without the paper. */
async function layOutForPaper(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

async function backToScreen(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
}

/** Pages of a PDF as Chromium writes it. */
function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('a print', () => {
  it.for([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])(
    'from the dark theme at $width px is dark on white and complete',
    async (viewport, { open }) => {
      const page = await open({ colorScheme: 'dark', viewport });
      await ready(page);
      await page.keyboard.press('Space');
      await finished(page);
      await layOutForPaper(page);

      for (const name of panels) await page.getByRole('region', { name }).waitFor();
      const stage = await boxOf(page.locator('canvas'));
      const figure = await boxOf(page.locator('.sheet .samples svg'));
      expect(stage.width).toBeGreaterThan(300);
      expect(figure.x + figure.width).toBeLessThanOrEqual(718);
      const ink = await page
        .getByRole('rowheader', { name: 'accuracy' })
        .evaluate((element) => getComputedStyle(element).color);
      for (const channel of ink.match(/\d+/g) ?? []) expect(Number(channel)).toBeLessThan(120);
      // The corner of the field that is surely blue, or red.
      const corner = await page.locator('canvas').evaluate((canvas) => {
        const context = (canvas as HTMLCanvasElement).getContext('2d');
        return [...(context?.getImageData(2, 2, 1, 1).data ?? [])];
      });
      expect(Math.max(...corner.slice(0, 3))).toBeGreaterThan(200);

      await backToScreen(page);
      await expect.poll(() => page.locator('.sheet').count()).toBe(0);
      await page.getByRole('button', { name: 'Train', exact: true }).waitFor();
    },
  );

  it.for(['A4', 'Letter'])('fits one page of %s, upright and across', async (format, { open }) => {
    const page = await open({ viewport: { width: 1280, height: 800 } });
    await ready(page);
    for (const landscape of [false, true]) {
      const margins = { top: '0.4in', bottom: '0.4in', left: '0.4in', right: '0.4in' };
      const pdf = await page.pdf({ format, landscape, margin: margins });
      expect(pageCount(pdf)).toBe(1);
    }
  });

  it('leaves the screen as it was', async ({ open }) => {
    const page = await open({ viewport: { width: 1280, height: 800 } });
    await ready(page);
    const details = page.getByRole('region', { name: 'Network' }).locator('details');
    await details.locator('summary').click();
    await page.pdf({ format: 'A4' });
    await expect.poll(() => page.locator('.sheet').count()).toBe(0);
    expect(await details.evaluate((element) => (element as HTMLDetailsElement).open)).toBe(true);
  });
});
