import { describe, expect } from 'vitest';
import { accessibilityViolations } from './support/accessibility.ts';
import { it } from './support/application.ts';
import { boxOf, finished, ready, status } from './support/steps.ts';

const sizes = [
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

  it.for(sizes.slice(0, 2))(
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

  it('redraws at most twice a second when motion is to be reduced', async ({ open }) => {
    const page = await open({ reducedMotion: 'reduce', path: '#epochs=0&speed=3' });
    await ready(page);
    await page.keyboard.press('Space');
    await status(page, /Running iteration/);
    const plot = page.getByRole('application', { name: /plane/ });
    const redraws = await plot.evaluate(async (marks) => {
      let count = 0;
      // One call for all paths that change together.
      const observer = new MutationObserver(() => count++);
      observer.observe(marks, { attributeFilter: ['d'], subtree: true });
      await new Promise((resolve) => setTimeout(resolve, 3000));
      return count;
    });
    expect(redraws).toBeGreaterThan(0);
    expect(redraws).toBeLessThanOrEqual(7);
  });
});
