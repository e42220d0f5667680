import type { CDPSession, Page } from 'playwright';
import { articleShape, manySteps } from './benchCases.ts';

/** Bytes in use after a garbage collection. */
export interface MemoryUse {
  readonly kernelMemory: number;
  /** Bytes of the kernel's memory that are allocated. */
  readonly kernelInUse: number;
  readonly scriptHeap: number;
  /** Array buffers, which are outside the heap. */
  readonly buffers: number;
}

export interface MemoryKept {
  readonly before: MemoryUse;
  readonly after: MemoryUse;
}

const stepsAtOnce = 250_000;

/** Measurements before the first that counts: the browser allocates memory for the first ones. */
const earlierLooks = 3;

/** Measures the memory before and after a million steps of a SIMD engine that is warmed up. */
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
  // Objects freed by the first collection may have kept others alive.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return {
    kernelMemory: whole,
    kernelInUse: inUse,
    scriptHeap: usedSize,
    buffers: backingStorageSize,
  };
}
