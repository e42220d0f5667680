import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundledPackages } from '../../../src/cli/build/bundledPackages.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const manifest = (name: string) => JSON.stringify({ name, version: '1.0.0', license: 'MIT' });

it('finds the package of a module, also of one inside another and of one with a query', () => {
  const root = temporaryFolder({
    'node_modules/a/package.json': manifest('a'),
    'node_modules/a/esm/package.json': '{"type":"module"}',
    'node_modules/a/node_modules/@b/c/package.json': manifest('@b/c'),
    'src/own.js': '',
  });
  const a = join(root, 'node_modules/a');
  const packages = bundledPackages([
    join(a, 'esm/one.js'),
    join(a, 'two.js?v=1'),
    `\0${join(a, 'node_modules/@b/c/three.js')}`,
    join(root, 'src/own.js'),
  ]);
  expect(packages.map(({ name, modules }) => [name, modules])).toEqual([
    ['@b/c', [join(a, 'node_modules/@b/c/three.js')]],
    ['a', [join(a, 'esm/one.js'), join(a, 'two.js')]],
  ]);
});

it('refuses a module that no known package has made', () => {
  expect(() => bundledPackages(['\0helper/runtime.js'])).toThrow(
    'The bundle has a module of an unknown package: "\\u0000helper/runtime.js".',
  );
});
