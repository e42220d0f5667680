import type { CDPSession, Page } from 'playwright';
import { expect } from 'vitest';
import { createRandom, type Random } from '../../src/learning/random.ts';
import { it } from './support/application.ts';
import { act, nonsense } from './support/monkeyActs.ts';
import { eventually, ready, shownStep } from './support/steps.ts';
import { beforeWorkers, keepContexts, loseContexts } from './support/workers.ts';

/** Acts in all; the first ones fill what may be filled once: undo, caches, compiled code. */
const acts = 2000;
const warmUp = 400;
/** Acts between two looks at the screen. */
const stride = 25;

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 640, height: 400 },
];

function seedOfRun(): number {
  return Number(process.env.MONKEY_SEED ?? 8);
}

/** Back to where the engine is told, also from a black screen. */
async function leavePresentation(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent.trim() === 'Leave full screen') button.click();
    }
  });
}

/** What happens to a page from outside. */
async function disturb(page: Page, random: Random): Promise<string> {
  const dice = random.integer(4);
  if (dice === 0) {
    // Another address each time, or nothing would happen.
    const address = `data=moon&engine=webgl&epochs=0&seed=${random.integer(1e9)}`;
    await page.evaluate((text) => (location.hash = text), address);
    await leavePresentation(page);
    // A dialog may be over it, and a phone has it at the foot of its panels.
    const badge = page.locator('button').filter({ hasText: /engine:\s*WebGL/ });
    await badge.first().waitFor({ state: 'attached' });
    await loseContexts(page);
    return 'lose the contexts';
  }
  if (dice === 1) {
    const colorScheme = random.integer(2) === 0 ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme });
    return colorScheme;
  }
  if (dice === 2) {
    await page.emulateMedia({ reducedMotion: random.integer(2) === 0 ? 'reduce' : null });
    return 'motion';
  }
  const size = sizes[random.integer(sizes.length)] ?? { width: 1280, height: 800 };
  await page.setViewportSize(size);
  return `${size.width}×${size.height}`;
}

async function actOnce(page: Page, random: Random): Promise<string> {
  if (random.integer(40) === 0) return disturb(page, random);
  const [kind, target, value] = [random.uniform(), random.uniform(), random.uniform()];
  return page.evaluate(act, { kind, target, value });
}

/** The run answers: from a fresh start it makes a step. */
async function startOver(page: Page): Promise<void> {
  await leavePresentation(page);
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    for (const details of document.querySelectorAll('details')) details.open = false;
    location.hash = '';
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  await page.getByRole('button', { name: 'Reset' }).click();
  await ready(page);
  // On a small screen it is out of sight, but stays open.
  const list = page.getByRole('region', { name: 'Samples behind the number' });
  if (await list.isVisible()) await list.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => shownStep(page)).toBe(1);
}

/** What the page holds once it has cleared up: kilobytes, elements, listeners, workers. */
async function holdings(page: Page, session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    heap: value('JSHeapUsedSize') / 1024,
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    workers: page.workers().length,
  };
}

it('bears whatever a monkey does', { timeout: 600_000 }, async ({ open }) => {
  const seed = seedOfRun();
  process.stdout.write(`The monkey's seed is ${seed}; MONKEY_SEED=… chooses another one.\n`);
  const random = createRandom(seed);
  const page = await open({
    viewport: { width: 1280, height: 800 },
    tolerated: [/CONTEXT_LOST|context lost/i],
    prepare: beforeWorkers(keepContexts),
  });
  await ready(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');

  const done: string[] = [];
  const look = async () => {
    expect(await page.evaluate(nonsense), `after ${done.slice(-stride).join('; ')}`).toEqual([]);
  };
  while (done.length < warmUp) done.push(await actOnce(page, random));
  await look();
  await startOver(page);
  const before = await holdings(page, session);

  while (done.length < acts) {
    done.push(await actOnce(page, random));
    if (done.length % stride === 0) await look();
  }
  await startOver(page);
  await look();
  // What was drawn last may take a while to be cleared up.
  await eventually(async () => {
    const after = await holdings(page, session);
    expect(after.heap).toBeLessThan(before.heap + 3000);
    expect(after.nodes).toBeLessThan(before.nodes + 300);
    expect(after.listeners).toBeLessThan(before.listeners + 10);
    expect(after.workers).toBe(before.workers);
  });
});
