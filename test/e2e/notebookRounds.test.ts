import type { CDPSession, Page } from 'playwright';
import { expect } from 'vitest';
import { it } from './support/application.ts';

/** Rounds before the first that counts: what is loaded once is there by then. */
const warmUp = 3;
/** More of them by hand: ROUNDS=200. */
const rounds = Number(process.env.ROUNDS ?? 8);

/** Opens the reader's notebook, lets it train to the end, and goes back to the list. */
async function openTrainClose(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'My experiment' }).click();
  await page.locator('[data-cell="6"][data-status="fulfilled"]').waitFor();
  const trainer = page.locator('edgewise-trainer');
  await trainer.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByText('After 2 epochs').waitFor();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await page.getByRole('heading', { name: 'Your notebooks' }).waitFor();
}

/** What is there after a garbage collection. */
async function countAll(page: Page, session: CDPSession) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value;
  return {
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
    documents: valueOf('Documents'),
    workers: page.workers().length,
  };
}

it('keeps nothing of a notebook that trained and was closed', async ({ open }) => {
  const path = 'learn/#experiment&data=linear&training=50&hidden=2&epochs=2&engine=simd';
  const page = await open({ path, viewport: { width: 1280, height: 680 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.locator('[data-cell="6"][data-status="fulfilled"]').waitFor();
  await page.getByRole('link', { name: 'All lessons' }).click();
  for (let round = 0; round < warmUp; round++) await openTrainClose(page);
  const before = await countAll(page, session);
  for (let round = 0; round < rounds; round++) await openTrainClose(page);
  // Polled: Chromium may keep what was last pointed at for a moment.
  await expect.poll(() => countAll(page, session)).toEqual(before);
});
