import { describe, expect } from 'vitest';
import type { Page } from 'playwright';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { boxOf, finished, ready, shownStep, status } from './support/steps.ts';

const projector = { width: 1920, height: 1080 };

async function present(page: Page): Promise<void> {
  await ready(page);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await page.getByRole('heading', { name: 'Accuracy' }).waitFor();
  await page.getByRole('tree').waitFor();
  await page.getByRole('application', { name: /Loss/ }).locator('svg').waitFor();
}

/** The smallest size of a text that can be seen, in pixels. */
function smallestText(page: Page): Promise<readonly [number, string]> {
  return page.locator('.screen').evaluate((screen) => {
    const walk = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
    let smallest: [number, string] = [Infinity, ''];
    while (walk.nextNode()) {
      const { parentElement: element, textContent: text } = walk.currentNode;
      if (!element || !text?.trim() || !element.checkVisibility()) continue;
      if (element.closest('.spoken-only, option')) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < smallest[0]) smallest = [size, text.trim()];
    }
    return smallest;
  });
}

describe('a presentation', () => {
  it('has no text below 24 pixels at 1920×1080, also in its panels', async ({ open }) => {
    const page = await open({ viewport: projector });
    await present(page);
    await page.keyboard.press('Space');
    await finished(page);
    const plot = await boxOf(page.getByRole('application', { name: /plane/ }));
    expect(plot.height).toBeGreaterThan(projector.height * 0.6);
    for (const name of [undefined, 'Data', 'Network', 'Updater', 'Evaluation']) {
      if (name) await page.getByRole('button', { name, exact: true }).click();
      if (name) await page.getByRole('region', { name: `${name}, slid in` }).waitFor();
      const [size, text] = await smallestText(page);
      expect(size, `${name}: ${text}`).toBeGreaterThanOrEqual(23.99);
    }
  });

  it('is steered by a clicker', async ({ open }) => {
    const page = await open({ path: '#epochs=0&speed=3', viewport: projector });
    await present(page);
    await page.keyboard.press('PageDown');
    await status(page, /Running iteration/);
    await page.keyboard.press('PageDown');
    await status(page, /paused at iteration/);
    await page.keyboard.press('F5');
    await page.keyboard.press('PageUp');
    await ready(page);
    expect(await shownStep(page)).toBe(0);
    const black = page.getByRole('button', { name: /screen is black/ });
    await page.keyboard.press('.');
    await black.waitFor();
    await page.keyboard.press('PageDown');
    await black.waitFor({ state: 'detached' });
    expect(await shownStep(page)).toBe(0);
  });

  it('slides a panel in and out, keeps the run, and ends by its button', async ({ open }) => {
    const page = await open({ viewport: { width: 1280, height: 720 } });
    await present(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shownStep(page)).toBe(1);
    await page.getByRole('button', { name: 'Updater', exact: true }).click();
    await page.getByRole('combobox', { name: 'updater' }).selectOption('Adam');
    await page.getByRole('button', { name: 'Updater', exact: true }).click();
    await page.getByRole('region', { name: 'Updater, slid in' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Leave full screen' }).click();
    await page.getByRole('button', { name: 'Full screen', exact: true }).waitFor();
    await expect.poll(() => shownStep(page)).toBe(1);
    expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
  });

  it.for([
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
    { width: 768, height: 1024 },
  ])('shows all that it has, accessibly, at $width×$height', async (viewport, { open }) => {
    const page = await open({ viewport });
    await present(page);
    for (const control of [
      page.getByRole('button', { name: 'Train', exact: true }),
      page.getByRole('button', { name: 'Leave full screen' }),
      page.getByRole('application', { name: /Loss/ }),
      page.getByRole('application', { name: /plane/ }),
    ]) {
      const { x, y, width, height } = await boxOf(control);
      expect([x >= 0, y >= 0, x + width <= viewport.width + 1]).toEqual([true, true, true]);
      expect(y + height).toBeLessThanOrEqual(viewport.height + 1);
      expect(height).toBeGreaterThan(20);
    }
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
