import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { boxOf, finished, ready } from './support/steps.ts';

/** The numbers along the lower edge of the plot. */
async function ticks(page: Page): Promise<readonly number[]> {
  const texts = page.locator('.stage [aria-label="x-axis tick label"] text');
  const all = await texts.allTextContents();
  return all.map((text) => Number(text.replace('−', '-')));
}

/** How far the outer numbers are apart. */
async function extent(page: Page): Promise<number> {
  await page.locator('.stage [aria-label="x-axis tick label"] text').first().waitFor();
  const all = await ticks(page);
  return Math.max(...all) - Math.min(...all);
}

/** Until what was asked of the page so far is on the screen. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

const plotOf = (page: Page) => page.getByRole('application', { name: /plane/ });

describe('the plot', () => {
  it('zooms by Ctrl and wheel about the pointer, is dragged, and fits again', async ({ open }) => {
    const page = await open({ path: '#data=moon&speed=7', viewport: { width: 1280, height: 800 } });
    await ready(page);
    await page.keyboard.press('Space');
    await finished(page);
    const caption = page.locator('.caption');
    const { x, y, width, height } = await boxOf(plotOf(page));
    const place = { x: x + width * 0.7, y: y + height * 0.55 };
    await page.mouse.move(place.x, place.y);
    await expect.poll(() => caption.innerText()).toMatch(/^x 1\.5\d, y 0\.\d\d/);
    const whole = await extent(page);
    await page.keyboard.down('Control');
    for (let notch = 0; notch < 8; notch++) await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(() => extent(page)).toBeLessThan(whole / 3);
    await page.mouse.move(place.x + 0.2, place.y);
    await expect.poll(() => caption.innerText()).toMatch(/^x 1\.5\d/);
    // A wheel alone is the page's own.
    await painted(page);
    const zoomed = await ticks(page);
    const readout = await caption.innerText();
    await page.mouse.wheel(0, -100);
    await page.mouse.move(place.x, place.y + 40);
    await expect.poll(() => caption.innerText()).not.toBe(readout);
    await painted(page);
    expect(await ticks(page)).toEqual(zoomed);
    await page.mouse.move(place.x, place.y);
    await page.mouse.down();
    await page.mouse.move(place.x - 150, place.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => ticks(page)).not.toEqual(zoomed);
    expect(Math.min(...(await ticks(page)))).toBeGreaterThan(Math.min(...zoomed));
    await page.mouse.dblclick(place.x, place.y);
    await expect.poll(() => extent(page)).toBe(whole);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  it('zooms by keys and by buttons, aloud', async ({ open }) => {
    const page = await open({ path: '#data=moon', viewport: { width: 1280, height: 800 } });
    await ready(page);
    const live = page.locator('div[role=status]');
    const whole = await extent(page);
    await plotOf(page).focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('+');
    await expect.poll(() => live.innerText()).toContain('The plot is 5.1 times as large.');
    await expect.poll(() => extent(page)).toBeLessThan(whole / 3);
    await page.keyboard.press('0');
    await expect.poll(() => extent(page)).toBe(whole);
    await page.getByRole('button', { name: 'zoom out' }).click();
    await expect.poll(() => extent(page)).toBeGreaterThan(whole);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'show all samples' }).click();
    await expect.poll(() => extent(page)).toBe(whole);
  });

  it('shows all samples again when there are others', async ({ open }) => {
    const page = await open({ path: '#data=moon', viewport: { width: 1280, height: 800 } });
    await ready(page);
    await page.getByRole('button', { name: 'zoom in' }).click();
    const all = page.getByRole('button', { name: 'show all samples' });
    await all.waitFor();
    await page.getByRole('radio', { name: 'Spiral' }).check({ force: true });
    await expect.poll(() => all.count()).toBe(0);
  });

  it('zooms under two fingers, and the page does not', async ({ open }) => {
    const page = await open({
      path: '#data=moon',
      ...{ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true },
    });
    await ready(page);
    const whole = await extent(page);
    const { x, y, width, height } = await boxOf(plotOf(page));
    const session = await page.context().newCDPSession(page);
    const at = (share: number, id: number) => ({ x: x + width * share, y: y + height / 2, id });
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...shares: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: shares.map(at) });
    await touch('touchStart', 0.45);
    await touch('touchStart', 0.45, 0.55);
    for (const spread of [0.1, 0.2, 0.3]) await touch('touchMove', 0.45 - spread, 0.55 + spread);
    await touch('touchEnd');
    await expect.poll(() => extent(page)).toBeLessThan(whole / 3);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  it('leaves two fingers to the browser where they have enlarged the page', async ({ open }) => {
    const page = await open({
      path: '#data=moon',
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    });
    await ready(page);
    const whole = await extent(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBe(2);
    const at = (x: number, id: number) => ({ x, y: 200, id });
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: number[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(at) });
    await touch('touchStart', 60, 330);
    for (let by = 10; by <= 120; by += 10) await touch('touchMove', 60 + by, 330 - by);
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeLessThan(1.9);
    expect(await extent(page)).toBe(whole);
  });

  it('goes with the cross that keys move out of sight', async ({ open }) => {
    const page = await open({ path: '#data=moon', viewport: { width: 1280, height: 800 } });
    await ready(page);
    await plotOf(page).focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('+');
    const before = Math.max(...(await ticks(page)));
    for (let press = 0; press < 8; press++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => Math.max(...(await ticks(page)))).toBeGreaterThan(before);
  });

  it('leads to a wrong sample that was out of sight', async ({ open }) => {
    const page = await open({ path: '#data=moon&speed=7', viewport: { width: 1280, height: 800 } });
    await ready(page);
    await page.keyboard.press('Space');
    await finished(page);
    await plotOf(page).focus();
    for (let press = 0; press < 9; press++) await page.keyboard.press('+');
    await painted(page);
    const before = await ticks(page);
    await page.keyboard.press('n');
    await expect.poll(() => page.locator('.caption').innerText()).toMatch(/wrong/);
    await expect.poll(() => ticks(page)).not.toEqual(before);
  });
});
