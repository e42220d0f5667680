import type { Browser, Page } from 'playwright';
import { measureMainThread } from './measureMainThread.ts';

/** What the drawing of a network of four layers of eight costs while it trains at full speed. */
interface DiagramCost {
  readonly millisecondsPerFrame: number;
  readonly stepsPerSecond: number;
}

/** The drawing shown in its tab, and another tab in its place. */
export interface DiagramCosts {
  readonly open: DiagramCost;
  readonly closed: DiagramCost;
}

const settled = 5000;

/** Measures the page at an address. */
export async function measureDiagram(browser: Browser, address: string): Promise<DiagramCosts> {
  return {
    closed: await measureTab(browser, address, 'Updater'),
    open: await measureTab(browser, address, 'Network'),
  };
}

async function measureTab(browser: Browser, address: string, tab: string): Promise<DiagramCost> {
  let stepsPerSecond = NaN;
  const { millisecondsPerFrame } = await measureMainThread(
    browser,
    `${address}/#hidden=8,8,8,8&engine=simd&speed=max&epochs=0`,
    async (page) => {
      await page.setViewportSize({ width: 900, height: 800 });
      await page.getByRole('tab', { name: tab }).click();
      if (tab === 'Network') await page.getByRole('tree').waitFor();
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await page.waitForTimeout(settled);
      stepsPerSecond = await rateOf(page);
    },
  );
  return { millisecondsPerFrame, stepsPerSecond };
}

/** From the steps that the page counts. */
async function rateOf(page: Page): Promise<number> {
  const steps = async () => {
    const words = (await page.locator('footer').textContent()) ?? '';
    return Number(/step\s*([\d\u202f]+)/.exec(words)?.[1]?.replaceAll('\u202f', ''));
  };
  const [before, begun] = [await steps(), performance.now()];
  await page.waitForTimeout(settled);
  return (1000 * ((await steps()) - before)) / (performance.now() - begun);
}
