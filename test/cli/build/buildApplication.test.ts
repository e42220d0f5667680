import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildApplication } from '../../../src/cli/build/buildApplication.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** A checkout with an application of one script. */
const checkout = (script: string) => ({
  'src/app/index.html':
    '<!doctype html><title>Small</title><script type="module" src="./a.js"></script>',
  'src/app/a.js': script,
  'package.json': '{ "type": "module" }',
  'vite.config.ts':
    "export default { root: `${import.meta.dirname}/src/app`, build: { outDir: '../../dist', emptyOutDir: true } };",
});

it('builds again exactly when a source has changed', async () => {
  const files = checkout('document.title = "first";');
  const root = temporaryFolder(files);
  let builds = 0;
  const build = () => buildApplication(root, () => builds++);
  const index = join(root, 'dist/index.html');
  expect(await build()).toBe(join(root, 'dist'));
  expect(readFileSync(index, 'utf8')).toContain('<title>Small</title>');

  writeFileSync(index, 'left as it is');
  await build();
  expect(readFileSync(index, 'utf8')).toBe('left as it is');

  mkdirSync(join(root, 'data'));
  const config = `${files['vite.config.ts']} // changed`;
  const changes = { 'src/app/a.js': '', 'src/added.css': '', 'data/a.csv': '' };
  for (const [path, content] of Object.entries({ ...changes, 'vite.config.ts': config })) {
    writeFileSync(index, 'out of date');
    writeFileSync(join(root, path), content);
    await build();
    expect(readFileSync(index, 'utf8'), path).toContain('<title>Small</title>');
  }
  expect(builds).toBe(5);
});

it('builds for production, whatever the environment says', async () => {
  const environment = process.env.NODE_ENV;
  expect(environment).not.toBe('production');
  const script = 'document.title = import.meta.env.PROD ? "for people" : "for developers";';
  const root = temporaryFolder(checkout(script));
  const assets = join(await buildApplication(root, () => undefined), 'assets');
  const [built = 'no script'] = readdirSync(assets);
  expect(readFileSync(join(assets, built), 'utf8')).toContain('for people');
  expect(process.env.NODE_ENV).toBe(environment);
});
