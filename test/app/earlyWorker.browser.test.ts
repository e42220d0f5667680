import { afterEach, expect, it } from 'vitest';
import { takeEarlyWorker } from '../../src/app/earlyWorker.ts';
import { earlyWorkerScript } from '../../src/pages/earlyWorker.ts';

/** Runs the inline script of a page whose worker has that script. */
function runInline(worker: string): void {
  const element = document.createElement('script');
  element.dataset.worker = worker;
  element.textContent = earlyWorkerScript;
  document.head.append(element);
  element.remove();
}

const early = () => Reflect.get(globalThis, 'earlyWorker') as Worker | null | undefined;

afterEach(() => void Reflect.deleteProperty(globalThis, 'earlyWorker'));

it('gives the worker that the inline script has started, once', async () => {
  runInline(`data:text/javascript,${encodeURIComponent('postMessage(self.name)')}`);
  const worker = takeEarlyWorker();
  const name = await new Promise((resolve) => {
    worker?.addEventListener('message', ({ data }) => resolve(data));
  });
  worker?.terminate();
  expect(name).toBe('trainer');
  expect(takeEarlyWorker()).toBeUndefined();
});

it('gives none whose script has failed', async () => {
  runInline('data:text/javascript,throw new Error("broken")');
  await expect.poll(early).toBeNull();
  expect(takeEarlyWorker()).toBeUndefined();
});

it('gives none where there are no workers', () => {
  const { Worker } = globalThis;
  Reflect.set(globalThis, 'Worker', function () {
    throw new Error('No workers here.');
  });
  try {
    runInline('data:text/javascript,');
    expect(early()).toBeUndefined();
  } finally {
    Reflect.set(globalThis, 'Worker', Worker);
  }
  expect(takeEarlyWorker()).toBeUndefined();
});
