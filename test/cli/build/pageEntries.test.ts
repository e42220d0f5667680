import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { limitStart } from '../../../src/cli/build/buildChecks.ts';
import { filesToStart } from '../../../src/cli/build/filesToStart.ts';
import { pageEntries } from '../../../src/cli/build/pageEntries.ts';
import { pages, type Page } from '../../../src/pages/pages.ts';
import { contentSecurityPolicy } from '../../../src/server/contentSecurityPolicy.ts';
import { startStaticServer } from '../../../src/server/staticServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const first: Page = { name: 'first', label: 'First', folder: '', startLimit: 2000, allows: {} };
const second: Page = {
  ...{ name: 'second', label: 'Second', folder: 'second/', startLimit: 2000 },
  allows: { 'script-src': ["'unsafe-eval'"] },
};

/** Text that gzip cannot make much shorter. */
const ballast = Array.from({ length: 900 }, (_, i) => Math.sin(i).toString(36).slice(3)).join('');

/** Builds an application of two pages, which share a module, as vite.config.ts builds ours. */
async function buildTwo(table: readonly Page[]): Promise<string> {
  const html = (script: string) =>
    `<!doctype html><title>${script}</title><script type="module" src="./${script}"></script>`;
  const root = temporaryFolder({
    'index.html': html('first.js'),
    'first.js': "import { share } from './share.js'; share('first');",
    'second/index.html': html('second.js'),
    'second/second.js': `import { share } from '../share.js'; share('${ballast}');`,
    'share.js': 'export const share = (text) => document.body.append(text);',
  });
  await build({
    ...{ root, base: './', configFile: false, logLevel: 'silent', plugins: [limitStart(table)] },
    build: { rolldownOptions: { input: pageEntries(root, table) } },
  });
  return join(root, 'dist');
}

describe('an application of two pages', () => {
  const table = [first, { ...second, startLimit: 20_000 }];

  it('builds both, each from its own files, with relative addresses', async () => {
    const dist = await buildTwo(table);
    const firstFiles = filesToStart(dist);
    const secondFiles = filesToStart(dist, '/second/index.html');
    expect(firstFiles.some((path) => path.includes('second'))).toBe(false);
    expect(secondFiles.filter((path) => path.endsWith('.js')).length).toBeGreaterThanOrEqual(2);
    expect(firstFiles.filter((path) => secondFiles.includes(path))).toHaveLength(1);
    for (const page of ['index.html', 'second/index.html']) {
      const text = readFileSync(join(dist, page), 'utf8');
      const addresses = Array.from(
        text.matchAll(/(?:src|href)="([^"]+)"/g),
        ([, found = '']) => found,
      );
      expect(addresses.length, page).toBeGreaterThan(0);
      expect(
        addresses.filter((address) => !/^\.\.?\//.test(address)),
        page,
      ).toEqual([]);
      const missing = addresses.filter((address) => !existsSync(join(dist, page, '..', address)));
      expect(missing, page).toEqual([]);
    }
  });

  it('has a limit for each page', async () => {
    await expect(buildTwo([first, second])).rejects.toThrow(/The page Second needs \d+\.\d kB/);
    await expect(buildTwo([{ ...first, startLimit: 10 }, ...table.slice(1)])).rejects.toThrow(
      /The page First needs \d+\.\d kB/,
    );
  });

  it('is served with a policy for each page', async () => {
    const server = await startStaticServer(await buildTwo(table), {
      ...{ host: '127.0.0.1', port: 0, pages: table },
    });
    onTestFinished(() => server.close());
    const ours = /script-src[^;]*/.exec(contentSecurityPolicy())?.[0];
    const scripts = async (path: string) => {
      const { headers } = await fetch(new URL(path, server.addresses.local));
      return /script-src[^;]*/.exec(headers.get('content-security-policy') ?? '')?.[0];
    };
    expect(await scripts('/')).toBe(ours);
    for (const path of ['/second/', '/second', '/second/index.html?query']) {
      expect(await scripts(path), path).toBe(`${ours} 'unsafe-eval'`);
    }
  });
});

it('every page of ours has its entry', () => {
  const entries = pageEntries(join(import.meta.dirname, '../../../src/app'), pages);
  expect(Object.keys(entries)).toEqual(pages.map(({ name }) => name));
  expect(Object.values(entries).filter((path) => !existsSync(path))).toEqual([]);
});
