import type { CDPSession, Page } from 'playwright';
import { articleShape, manySteps } from './benchCases.ts';

/** Bytes in use, after the garbage was collected. */
export interface MemoryUse {
  readonly kernelMemory: number;
  /** Of the kernel's memory, what is handed out. */
  readonly kernelInUse: number;
  readonly scriptHeap: number;
  /** Array buffers, which lie outside of the heap. */
  readonly buffers: number;
}

export interface MemoryKept {
  readonly before: MemoryUse;
  readonly after: MemoryUse;
}

const stepsAtOnce = 250_000;

/** Looks at the memory before it counts: the browser takes some for the first looks, once. */
const earlierLooks = 3;

/** The memory before and after a million steps of the SIMD engine, which has made more before. */
export async function measureMemory(page: Page): Promise<MemoryKept> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate((shape) => window.memoryProbe.begin(shape), articleShape);
  for (let look = 0; look < earlierLooks; look++) {
    await train(page, manySteps);
    await memoryUse(page, session);
  }
  const before = await memoryUse(page, session);
  await train(page, manySteps);
  return { before, after: await memoryUse(page, session) };
}

async function train(page: Page, steps: number): Promise<void> {
  for (let done = 0; done < steps; done += stepsAtOnce) {
    await page.evaluate((count) => window.memoryProbe.train(count), stepsAtOnce);
  }
}

async function memoryUse(page: Page, session: CDPSession): Promise<MemoryUse> {
  const { whole, inUse } = await page.evaluate(() => window.memoryProbe.memory());
  // What the first collection sets free may hold on to more.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return {
    kernelMemory: whole,
    kernelInUse: inUse,
    scriptHeap: usedSize,
    buffers: backingStorageSize,
  };
}
