import '../../src/training/worker.ts';

// Vitest rewrites dynamic imports to pass through an object that it puts into pages, not workers.
const wrapDynamicImport = (load: () => Promise<unknown>) => load();
Object.assign(globalThis, { __vitest_browser_runner__: { wrapDynamicImport } });

// Lets a test crash the worker: an error that nobody catches.
self.addEventListener('message', ({ data }) => {
  if (data === 'crash') throw new Error('A test crashed this worker.');
});
