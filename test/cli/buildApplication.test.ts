import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildApplication } from '../../src/cli/buildApplication.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const page = '<!doctype html><title>Small</title><script type="module" src="/src/a.js"></script>';

it('builds again exactly when a source has changed', async () => {
  const root = temporaryFolder({
    'index.html': page,
    'src/a.js': 'document.title = "first";',
    'package.json': '{ "type": "module" }',
  });
  let builds = 0;
  const build = () => buildApplication(root, () => builds++);
  const index = join(root, 'dist/index.html');
  expect(await build()).toBe(join(root, 'dist'));
  expect(readFileSync(index, 'utf8')).toContain('<title>Small</title>');

  writeFileSync(index, 'left as it is');
  await build();
  expect(readFileSync(index, 'utf8')).toBe('left as it is');

  mkdirSync(join(root, 'data'));
  for (const path of ['src/a.js', 'src/added.css', 'data/added.csv', 'vite.config.ts']) {
    writeFileSync(index, 'out of date');
    writeFileSync(join(root, path), path.endsWith('.ts') ? 'export default {};' : '');
    await build();
    expect(readFileSync(index, 'utf8'), path).toContain('<title>Small</title>');
  }
  expect(builds).toBe(5);
});

it('builds for production, whatever the environment says', async () => {
  const environment = process.env.NODE_ENV;
  expect(environment).not.toBe('production');
  const root = temporaryFolder({
    'index.html': page,
    'src/a.js': 'document.title = import.meta.env.PROD ? "for people" : "for developers";',
    'package.json': '{ "type": "module" }',
  });
  const assets = join(await buildApplication(root, () => undefined), 'assets');
  const [script] = readdirSync(assets);
  expect(readFileSync(join(assets, script), 'utf8')).toContain('for people');
  expect(process.env.NODE_ENV).toBe(environment);
});
