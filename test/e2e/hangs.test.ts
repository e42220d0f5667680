import type { Page, Worker } from 'playwright';
import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { eventually, finished, ready, shownStep, status } from './support/steps.ts';
import { workerScript } from './support/workers.ts';

/** The worker that trains; the one that examines the engines ends by itself. */
async function trainer(page: Page): Promise<Worker> {
  for (const worker of page.workers()) {
    const name = await worker.evaluate(() => self.name).catch(() => '');
    if (name === 'trainer') return worker;
  }
  throw new Error('Expected a worker that trains.');
}

async function stopWorker(page: Page): Promise<void> {
  await (await trainer(page)).evaluate(() => self.close());
}

/** The worker computes for ever; it says nothing to the test any more, either. */
async function hangWorker(page: Page): Promise<void> {
  const worker = await trainer(page);
  void worker
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
}

const endless = '#epochs=0&speed=60/s';

async function trains(page: Page): Promise<void> {
  await status(page, /Running iteration #\d\d/);
}

describe('a training worker that does not answer', () => {
  it('is replaced where it has ended in silence, and training continues', async ({ open }) => {
    const page = await open({ path: endless });
    await ready(page);
    await page.keyboard.press('Space');
    await trains(page);
    await stopWorker(page);
    const sentence = page.getByText(
      /^The training worker stopped answering; training continues from step \d+ in WebAssembly\.$/,
    );
    await sentence.waitFor({ timeout: 60_000 });
    const step = await shownStep(page);
    await expect.poll(() => shownStep(page)).toBeGreaterThan(step + 20);
    await page.getByRole('button', { name: 'Pause' }).click();
    await status(page, /paused at iteration/);
  });

  it('is replaced where it has ended at rest, once it is asked to train', async ({ open }) => {
    const page = await open();
    await ready(page);
    await stopWorker(page);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await finished(page);
    await expect.poll(() => shownStep(page)).toBe(600);
  });

  it('because it never comes to an end gives way to a reset', async ({ open }) => {
    const page = await open({ path: endless });
    await ready(page);
    await page.keyboard.press('Space');
    await trains(page);
    await hangWorker(page);
    await eventually(async () => {
      await page.getByRole('button', { name: 'Reset' }).click();
      await page.getByText('ready to train').waitFor({ timeout: 500 });
    });
    await page.keyboard.press('Space');
    await trains(page);
  });

  it('because its script does not come gives way to a reset', async ({ open }) => {
    let requests = 0;
    const page = await open({
      prepare: async (page) => {
        await page.route(workerScript, async (route) => {
          // The first one gets no answer.
          if (++requests > 1) await route.continue();
        });
      },
    });
    await status(page, 'preparing the network');
    await eventually(async () => {
      await page.getByRole('button', { name: 'Reset' }).click();
      await page.getByText('ready to train').waitFor({ timeout: 500 });
    });
    await page.keyboard.press('Space');
    await finished(page);
  });
});
