import { execFile } from 'node:child_process';
import { copyFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { expect, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { dist, it } from './support/application.ts';

const lessons = join(import.meta.dirname, '../../notebooks');
const modules = join(import.meta.dirname, '../../node_modules');
const program = join(modules, '@observablehq/notebook-kit/dist/bin/notebooks.js');

/** Needs nothing of the kit's library, which it loads from elsewhere. */
const small = `<!doctype html>
<notebook theme="air">
  <title>Small</title>
  <script id="1" type="module">
    import {trainer} from "./edgewise.js";

    const net = display(trainer({data: "linear", training: 50, hidden: [2], epochs: 2}));
    const now = Generators.input(net);
  </script>
  <script id="2" type="text/markdown">
    It is at epoch \${now.epoch}.
  </script>
</notebook>
`;

it('lets Notebook Kit build notebooks with edgewise.js beside them, and they run', async ({
  open,
}) => {
  const root = temporaryFolder({ 'small.html': small });
  symlinkSync(modules, join(root, 'node_modules'), 'junction'); // the kit's own styles are there
  const names = readdirSync(lessons).filter((name) => name.endsWith('.html'));
  for (const name of names) copyFileSync(join(lessons, name), join(root, name));
  copyFileSync(join(dist, 'learn/export/edgewise.txt'), join(root, 'edgewise.js'));
  const words = ['build', '--no-minify', '--', 'small.html', ...names];
  await promisify(execFile)(process.execPath, [program, ...words], { cwd: root });
  const outDir = join(root, '.observable/dist');
  expect(readdirSync(outDir)).toEqual(expect.arrayContaining(['small.html', ...names]));

  const server = await preview({
    ...{ root, configFile: false, logLevel: 'silent', build: { outDir } },
    preview: { host: '127.0.0.1', port: 0 },
  });
  onTestFinished(() => server.close());
  const origin = server.resolvedUrls?.local[0] ?? '';
  const page = await open({ origin, path: 'small.html' });
  await page.getByText('It is at epoch 0.').waitFor();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByText('It is at epoch 2.').waitFor();
});
