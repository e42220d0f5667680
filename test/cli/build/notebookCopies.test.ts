import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { notebookCopies } from '../../../src/cli/build/notebookCopies.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

it('gives its readers whole copies of packages, and others the parts that they use', async () => {
  const root = temporaryFolder({
    'page.js': 'import { used } from "d3"; used(); import("./cells.js");',
    'cells.js': 'import * as all from "d3"; globalThis.all = all;',
    'node_modules/d3/package.json': '{ "name": "d3", "type": "module", "exports": "./d3.js" }',
    'node_modules/d3/d3.js':
      'export { used } from "./used.js"; export const rare = () => "rarely used";',
    'node_modules/d3/used.js': 'export const used = () => console.log("often used");',
  });
  const result = (await build({
    ...{ root, configFile: false, logLevel: 'silent' },
    plugins: [notebookCopies((file) => file.endsWith('cells.js'))],
    build: { write: false, rolldownOptions: { input: join(root, 'page.js') } },
  })) as Rolldown.RolldownOutput;
  const chunks = result.output.filter((file) => file.type === 'chunk');
  const page = chunks.find(({ isEntry }) => isEntry);
  const cells = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('cells.js'));
  expect(page?.code).toContain('often used');
  expect(page?.code).not.toContain('rarely used');
  expect(page?.imports).toEqual([]);
  expect(cells?.code).toContain('often used');
  expect(cells?.code).toContain('rarely used');
});
