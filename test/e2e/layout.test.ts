import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { boxOf, finished, ready, status } from './support/steps.ts';

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

describe('the screen', () => {
  it.for(sizes)('has no page scroll at $width×$height', async (viewport, { open }) => {
    const page = await open({ viewport });
    await ready(page);
    const scrolls = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
    });
    expect(scrolls).toEqual({ across: 0, down: 0 });
    const bar = await boxOf(page.getByRole('contentinfo'));
    expect(bar.y + bar.height).toBeLessThanOrEqual(viewport.height + 0.5);
  });

  it.for(sizes.slice(0, 3))(
    'gives the plot most room at $width×$height',
    async (viewport, { open }) => {
      const page = await open({ viewport });
      await ready(page);
      const plot = await boxOf(page.getByRole('application', { name: /plane/ }));
      for (const name of ['Data', 'Network', 'Updater', 'Evaluation', 'Loss']) {
        const panel = await boxOf(page.getByRole('region', { name }));
        expect(plot.width * plot.height).toBeGreaterThan(panel.width * panel.height);
      }
    },
  );

  it.for(['light', 'dark'] as const)(
    'is accessible in its %s theme',
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

  it('is accessible on a phone', async ({ open }) => {
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await ready(page);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('redraws the plot seldom when motion is to be reduced, and its numbers as ever', async ({
    open,
  }) => {
    const page = await open({ reducedMotion: 'reduce', path: '#epochs=0' });
    await ready(page);
    await page.keyboard.press('Space');
    await status(page, /Running iteration/);
    const plot = page.getByRole('application', { name: /plane/ });
    const bar = await page.getByRole('contentinfo').elementHandle();
    const redraws = await plot.evaluate((marks, numbers) => {
      return new Promise<{ plot: number; numbers: number }>((resolve) => {
        const count = { plot: 0, numbers: 0 };
        // One call for everything that changes together.
        const plotObserver = new MutationObserver(() => count.plot++);
        plotObserver.observe(marks, { attributeFilter: ['d'], subtree: true });
        const numberObserver = new MutationObserver(() => {
          count.numbers++;
          if (count.plot > 1 && count.numbers > 100) resolve({ ...count });
        });
        numberObserver.observe(numbers, { characterData: true, subtree: true });
      });
    }, bar);
    expect(redraws.plot).toBeLessThan(redraws.numbers / 4);
  });

  it('has text that grows with the screen, and is 15 px where it is small or low', async ({
    open,
  }) => {
    const page = await open();
    const textSize = () =>
      page
        .getByText('ready to train')
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize);
    for (const [width, height, size] of [
      [390, 844, 15],
      [1280, 800, 15],
      [1920, 700, 15],
      [1920, 1080, 18.5],
      [2560, 1440, 22],
      [3840, 2160, 22],
    ] as const) {
      await page.setViewportSize({ width, height });
      await ready(page);
      expect(Number.parseFloat(await textSize()), `${width}×${height}`).toBeCloseTo(size, 1);
    }
  });

  it.for(['plane', 'against epochs'])(
    'has numbers in the figure of the %s that grow, too',
    async (name, { open }) => {
      const page = await open({ viewport: { width: 2560, height: 1440 } });
      await ready(page);
      const figure = page.getByRole('application', { name }).locator('..').locator('svg text');
      const size = await figure.first().evaluate((text) => getComputedStyle(text).fontSize);
      expect(Number.parseFloat(size)).toBeCloseTo((name === 'plane' ? 13 : 12) * (22 / 15), 1);
    },
  );

  it('marks what is chosen in forced colours, too', async ({ open }) => {
    const page = await open({ forcedColors: 'active', viewport: { width: 390, height: 844 } });
    await ready(page);
    const border = (name: string) =>
      page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).borderBottomWidth);
    expect([await border('Data'), await border('Network')]).toEqual(['2px', '0px']);
  });
});
