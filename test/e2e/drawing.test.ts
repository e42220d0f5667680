import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { boxOf, ready, shownStep, status, tap } from './support/steps.ts';

const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true };
const path = '#data=moon&epochs=0';

const plotOf = (page: Page) => page.getByRole('application', { name: /plane/ });
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });
const said = (page: Page) => page.locator('div[role=status]');

/** How many training samples the browser keeps; those of the recipe until something is drawn. */
function trainingSamples(page: Page): Promise<number> {
  return page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('edgewise-samples') ?? 'null') as {
      readonly sets: { readonly training: readonly number[] };
    } | null;
    return kept ? kept.sets.training.length / 3 : 2000;
  });
}

/** Sends touches at these shares of the plot, down from the top. */
async function fingersOn(page: Page) {
  const { x, y, width, height } = await boxOf(plotOf(page));
  const session = await page.context().newCDPSession(page);
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: [number, number][]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map(([a, b], id) => ({ x: x + a * width, y: y + b * height, id })),
    });
}

describe('drawing', () => {
  it('draws with a finger while it trains, moves the view with two, and loses nothing', async ({
    open,
  }) => {
    const page = await open({ ...tablet, path });
    await ready(page);
    await tap(page.getByRole('button', { name: 'Train', exact: true }));
    await status(page, /Running iteration/);
    await tap(tool(page, 'add red'));
    const touch = await fingersOn(page);
    await touch('touchStart', [0.1, 0.9]);
    for (const share of [0.3, 0.5, 0.7, 0.9]) await touch('touchMove', [share, 0.9]);
    await touch('touchEnd');
    await expect
      .poll(() => said(page).innerText())
      .toMatch(/Added \d+ red samples to the training/);
    const step = await shownStep(page);
    await expect.poll(() => shownStep(page)).toBeGreaterThan(step);
    const drawn = await trainingSamples(page);
    expect(drawn).toBeGreaterThan(2005); // written at once
    // The first finger has begun to draw when the second one comes: nothing of that stays.
    await touch('touchStart', [0.45, 0.5]);
    await touch('touchStart', [0.45, 0.5], [0.55, 0.5]);
    for (const by of [0.1, 0.2, 0.3]) await touch('touchMove', [0.45 - by, 0.5], [0.55 + by, 0.5]);
    await touch('touchEnd');
    await page.getByRole('button', { name: 'show all samples' }).waitFor();
    expect(await trainingSamples(page)).toBe(drawn);
    await tap(page.getByRole('button', { name: 'show all samples' }));
    await page.reload();
    await ready(page);
    await page.getByText('Moon, edited').waitFor();
    await expect.poll(() => said(page).innerText()).toContain(`edited: ${drawn} training`);
    expect(await trainingSamples(page)).toBe(drawn);
  });

  it('draws with the pen once there is one, then fingers move the view', async ({ open }) => {
    const page = await open({ ...tablet, path });
    await ready(page);
    await tap(tool(page, 'add blue'));
    const { x, y, width, height } = await boxOf(plotOf(page));
    const session = await page.context().newCDPSession(page);
    const pen = {
      x: x + 0.5 * width,
      y: y + 0.9 * height,
      button: 'left',
      pointerType: 'pen',
    } as const;
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', clickCount: 1, ...pen });
    await session.send('Input.dispatchMouseEvent', {
      type: 'mouseReleased',
      clickCount: 1,
      ...pen,
    });
    await expect.poll(() => said(page).innerText()).toContain('Added a blue sample');
    const drawn = await trainingSamples(page);
    const touch = await fingersOn(page);
    await touch('touchStart', [0.5, 0.5]);
    for (const share of [0.6, 0.7]) await touch('touchMove', [share, 0.5]);
    await touch('touchEnd');
    await page.getByRole('button', { name: 'show all samples' }).waitFor();
    expect(await trainingSamples(page)).toBe(drawn);
  });

  it('opens the menu of a sample by a long press, and draws by keys', async ({ open }) => {
    const page = await open({ ...tablet, path });
    await ready(page);
    await tool(page, 'look').waitFor();
    const before = await trainingSamples(page);
    await plotOf(page).focus();
    for (const key of ['Home', '2']) await page.keyboard.press(key);
    await expect.poll(() => said(page).innerText()).toContain('Added a blue sample');
    expect(await trainingSamples(page)).toBe(before + 1);
    const touch = await fingersOn(page);
    await touch('touchStart', [0.5, 0.5]);
    const menu = page.getByRole('group', { name: 'blue sample of the training set' });
    await menu.waitFor();
    await touch('touchEnd');
    expect(await accessibilityViolations(page)).toEqual([]);
    await tap(menu.getByRole('button', { name: 'erase' }));
    await expect.poll(() => trainingSamples(page)).toBe(before);
    await plotOf(page).focus();
    await page.keyboard.press('z');
    await expect.poll(() => trainingSamples(page)).toBe(before + 1);
    await page.keyboard.press('z');
    await page.getByText('Moon, edited').waitFor({ state: 'detached' });
  });
});
