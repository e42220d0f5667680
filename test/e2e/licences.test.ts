import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { it } from './support/application.ts';
import { ready } from './support/steps.ts';

const root = join(import.meta.dirname, '../..');

/** The packages with code in a script, from its source map. */
function packagesOf(mapFile: string): string[] {
  const { sources } = JSON.parse(readFileSync(mapFile, 'utf8')) as { sources: string[] };
  return sources.flatMap(
    (source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
  );
}

describe('the licences in the build', () => {
  it('name every package that the source maps name', async () => {
    const outDir = temporaryFolder();
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const words = ['build', '--outDir', outDir, '--emptyOutDir', '--sourcemap', '--logLevel=warn'];
    await promisify(execFile)(process.execPath, [vite, ...words], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
    // The bundler's own helper has no source.
    const scripts = files.filter(
      (path) => path.endsWith('.js') && !path.includes('rolldown-runtime'),
    );
    const maps = files.filter((path) => path.endsWith('.js.map'));
    expect(maps.length).toBe(scripts.length);
    const packages = new Set(maps.flatMap((path) => packagesOf(join(outDir, path))));
    expect(packages.size).toBeGreaterThan(15);
    const text = readFileSync(join(outDir, 'third-party-licences.txt'), 'utf8');
    const missing = Array.from(packages).filter((name) => !text.includes(`\n${name} `));
    expect(missing).toEqual([]);
  });

  it('are one click away from the help', async ({ open }) => {
    const page = await open();
    await ready(page);
    await page.getByRole('button', { name: 'Help' }).click();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('dialog').getByRole('link', { name: 'licences' }).click();
    const licences = await opened;
    expect(await licences.innerText('body')).toContain('contains code of these packages:');
    expect((await licences.request.get(new URL('LICENSE.txt', licences.url()).href)).status()).toBe(
      200,
    );
  });
});
