import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transpile } from '@observablehq/notebook-kit';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { cellModes, readNotebook, writeNotebook } from '../../src/notebook/notebookFile.ts';

const { window } = new JSDOM();
const folder = join(import.meta.dirname, '../../notebooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** Names that cells may use without defining or importing them. */
const builtins = new Set(
  ['display', 'view', 'invalidation', 'visibility', 'width', 'now', 'dark', '@variable'].concat(
    ['Generators', 'Mutable', 'FileAttachment', 'Inputs', 'Plot', 'd3', 'htl', 'html', 'svg'],
    ['md', 'tex'],
  ),
);
const importable = new Set([
  './edgewise.js',
  '@observablehq/plot',
  '@observablehq/inputs',
  '@tensorflow/tfjs',
  'd3',
  'htl',
]);

const read = (text: string) => readNotebook(text, new window.DOMParser());

it('finds notebooks', () => {
  expect(names.length).toBeGreaterThan(0);
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const notebook = read(text);
  const cells = notebook.cells.map((cell) => ({ cell, ...transpile(cell) }));

  it('is written again byte for byte', () => {
    expect(writeNotebook(notebook, window.document)).toBe(text);
  });

  it('has a title, a summary, what it leads to, and only cells that run in a page', () => {
    const [first] = notebook.cells;
    expect(first?.mode).toBe('md');
    const outcome = 'Afterwards you can .*\\. It takes about \\d+ minutes\\.';
    expect(first?.value).toMatch(new RegExp(`^# ${notebook.title}\n\n\\S.*\n\n${outcome}$`));
    for (const { cell } of cells) expect(cellModes, `cell ${cell.id}`).toContain(cell.mode);
  });

  it('begins at most one slide in a cell', () => {
    for (const { cell } of cells) {
      const headings = cell.mode === 'md' ? cell.value.match(/^## /gm) : null;
      expect(headings?.length ?? 0, `cell ${cell.id}`).toBeLessThan(2);
    }
  });

  it('defines every name that it uses, once', () => {
    const defined = cells.flatMap(({ outputs, output }) => output ?? outputs ?? []);
    expect(new Set(defined).size, defined.join()).toBe(defined.length);
    const known = new Set([...builtins, ...defined]);
    for (const { cell, inputs = [] } of cells) {
      expect(
        inputs.filter((input) => !known.has(input)),
        `cell ${cell.id}`,
      ).toEqual([]);
    }
  });

  it('imports only what is in the build', () => {
    const addresses = cells.flatMap(({ body }) =>
      Array.from(body.matchAll(/\bimport\("([^"]+)"/g)),
    );
    const names = addresses.map(([, address = '']) => packageName(address) ?? address);
    expect(names.filter((name) => !importable.has(name))).toEqual([]);
  });
});

/** Of the address that the kit makes of `npm:…`; undefined for any other address. */
function packageName(address: string): string | undefined {
  return /^https:\/\/cdn\.jsdelivr\.net\/npm\/((?:@[^/]+\/)?[^/@]+)/.exec(address)?.[1];
}
