import '../../src/training/worker.ts';

// Vitest rewrites dynamic imports to pass through an object that it puts into pages, not workers.
const wrapDynamicImport = (load: () => Promise<unknown>) => load();
Object.assign(globalThis, { __vitest_browser_runner__: { wrapDynamicImport } });
