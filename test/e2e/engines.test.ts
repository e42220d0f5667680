import { describe, expect } from 'vitest';
import { it, withoutWebgl } from './support/application.ts';
import { finished, ready, score, shownStep } from './support/steps.ts';
import { beforeWorkers, keepContexts, loseContexts } from './support/workers.ts';

describe('engines', () => {
  it('trains on WebGL when asked to, and says so', async ({ open }) => {
    const page = await open({ path: '#engine=webgl&speed=7&epochs=10' });
    await ready(page);
    await page.getByRole('button', { name: /engine: WebGL/ }).waitFor();
    await page.keyboard.press('Space');
    await finished(page);
    await expect.poll(() => shownStep(page)).toBe(200);
    await expect.poll(() => score(page, 'accuracy', 'evaluation')).toBeGreaterThan(0.9);
  });

  it('continues from its last snapshot when the context is lost', async ({ open }) => {
    const page = await open({
      path: '#engine=webgl&speed=4&epochs=0',
      tolerated: [/CONTEXT_LOST|context lost/i],
      prepare: beforeWorkers(keepContexts),
    });
    await ready(page);
    await page.getByRole('button', { name: /engine: WebGL/ }).waitFor();
    await page.keyboard.press('Space');
    await expect.poll(() => shownStep(page)).toBeGreaterThan(50);
    await loseContexts(page);
    await page.getByRole('button', { name: /engine: WebAssembly/ }).waitFor();
    const step = await shownStep(page);
    await expect.poll(() => shownStep(page)).toBeGreaterThan(step + 20);
    expect(step).toBeGreaterThan(0);
    await expect.poll(() => page.locator('body').innerText()).toMatch(/WebGL .*(lost|gone)/i);
  });

  it('changes the engine while it trains, and the run continues', async ({ open }) => {
    const page = await open({ path: '#engine=simd&speed=3&epochs=0' });
    await ready(page);
    await page.keyboard.press('Space');
    await expect.poll(() => shownStep(page)).toBeGreaterThan(20);
    await page.getByRole('button', { name: /engine:/ }).click();
    await page.getByRole('dialog').getByText('WebGL', { exact: true }).first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /engine: WebGL/ }).waitFor();
    const step = await shownStep(page);
    expect(step).toBeGreaterThan(20);
    await expect.poll(() => shownStep(page)).toBeGreaterThan(step + 10);
  });

  it('trains where there is no WebGL at all', async ({ open }) => {
    const page = await open({ browserArguments: withoutWebgl, path: '#engine=webgl&speed=7' });
    await ready(page);
    await page.getByRole('button', { name: /engine: WebAssembly/ }).waitFor();
    await page.keyboard.press('Space');
    await finished(page);
    await expect.poll(() => score(page, 'accuracy', 'evaluation')).toBeGreaterThan(0.98);
  });
});
