import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { startWorkerEarly } from '../../../src/cli/build/startWorkerEarly.ts';
import { earlyWorkerScript } from '../../../src/pages/earlyWorker.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** Builds a page at that path out of these files, and gives the text of it. */
async function builtPage(
  path: string,
  files: Record<string, string>,
  except: readonly string[] = [],
): Promise<string> {
  const root = temporaryFolder({
    [path]:
      '<!doctype html><head><title>Page</title><script type="module" src="/main.js"></script>',
    ...files,
  });
  await build({
    ...{ root, base: './', configFile: false, logLevel: 'silent' },
    plugins: [startWorkerEarly(except)],
    worker: { format: 'es' },
    build: { rolldownOptions: { input: join(root, path) } },
  });
  return readFileSync(join(root, 'dist', path), 'utf8');
}

const files = {
  'main.js': "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });",
  'worker.js': 'console.log("here");',
};

it.each([
  ['index.html', './'],
  ['learn/moons/index.html', '../../'],
])('starts the worker of %s first of all, by its address from there', async (path, up) => {
  const [, head = ''] = (await builtPage(path, files)).split('<head>');
  const [, address, script, rest = ''] =
    /^\s*<script data-worker="([^"]+)">(.*?)<\/script>(.*)/s.exec(head) ?? [];
  expect(address).toMatch(new RegExp(`^${up.replaceAll('.', '\\.')}assets/worker-[^/]+\\.js$`));
  expect(script).toBe(earlyWorkerScript);
  expect(rest).toContain('<title>');
});

it('adds nothing to a page that has no worker', async () => {
  const page = await builtPage('index.html', { 'main.js': 'console.log("here");' });
  expect(page).not.toContain('data-worker');
});

it('adds nothing to a page that is excepted', async () => {
  expect(await builtPage('class/index.html', files, ['class/'])).not.toContain('data-worker');
  expect(await builtPage('index.html', files, ['class/'])).toContain('data-worker');
});
