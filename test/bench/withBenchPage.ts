import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { startStaticServer } from '../../src/server/staticServer.ts';
import { compilePeakKernel } from './peakKernel.ts';

/** Builds and serves the bench's own page, lets it be worked on, and clears up. */
export async function withBenchPage<T>(
  browser: Browser,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'));
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
  });
  writeFileSync(join(folder, 'peak.wasm'), await compilePeakKernel());
  const server = await startStaticServer(folder, { host: '127.0.0.1', port: 0 });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.port}/`);
    return await work(page);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}
