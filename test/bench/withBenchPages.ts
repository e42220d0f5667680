import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { startStaticServer } from '../../src/server/staticServer.ts';
import { compilePeakKernel } from './peakKernel.ts';

/** Builds and serves the pages of the bench, calls `work`, and cleans up. */
export async function withBenchPages<T>(measure: (address: string) => Promise<T>): Promise<T> {
  const pages = join(import.meta.dirname, 'page');
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'));
  await build({
    root: pages,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [svelte({ configFile: false })],
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: ['index', 'ten'].map((name) => join(pages, `${name}.html`)) },
    },
  });
  writeFileSync(join(folder, 'peak.wasm'), await compilePeakKernel());
  const server = await startStaticServer(folder, { host: '127.0.0.1', port: 0 });
  try {
    return await measure(`http://127.0.0.1:${server.port}`);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}
