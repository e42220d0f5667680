import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { startStaticServer } from '../../src/server/staticServer.ts';
import { type BenchCase, type Measurement, networks, subjects } from './benchCases.ts';

export interface Measured extends BenchCase, Measurement {}

/** Measures every engine on every network, each in a fresh worker; `report` after each. */
export async function measureEngines(
  browser: Browser,
  report: (measured: Measured) => void,
): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'));
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
  });
  const server = await startStaticServer(folder, { host: '127.0.0.1', port: 0 });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.port}/`);
    const all: Measured[] = [];
    for (const network of networks) {
      for (const { subject } of subjects) {
        const benchCase = { subject, network };
        const measured = await page.evaluate((one) => window.measure(one), benchCase);
        all.push({ ...benchCase, ...measured });
        report({ ...benchCase, ...measured });
      }
    }
    return all;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}
