import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isInKit, notebookKit } from '../../../src/cli/build/notebookKit.ts';

const kit = dirname(fileURLToPath(import.meta.resolve('@observablehq/notebook-kit')));
const stdlib = join(kit, 'runtime/stdlib');
const folder = join(import.meta.dirname, '../../../src/notebook/kit');

/** What the plugin makes of a file of the kit, or of another one. */
function transformed(code: string, id: string): string | undefined {
  const { transform } = notebookKit(folder);
  if (typeof transform !== 'function') throw new Error('Expected a function.');
  const result = transform.call({} as never, code, id) as { code: string } | undefined;
  return result?.code;
}

describe('the plugin for Notebook Kit', () => {
  it('refuses in a sentence what the kit loads from a CDN', () => {
    const id = join(stdlib, 'x.js');
    const cdn = 'https://cdn.jsdelivr.net/npm';
    expect(transformed(`import("${cdn}/@a/b@1/+esm")`, id)).toBe(
      'Promise.reject(new Error("\\"@a/b\\" is not a part of Edgewise"))',
    );
    expect(transformed(`import X from "${cdn}/x/+esm";\nX();`, id)).toBe(
      'const X = (() => { throw new Error("\\"x\\" is not a part of Edgewise"); })();\nX();',
    );
    expect(transformed(`import("${cdn}/d3-dsv/+esm")`, id)).toBe('import("d3")');
  });

  it('leaves other files as they are', () => {
    expect(transformed('import("https://cdn.jsdelivr.net/npm/x/+esm")', '/src/x.js')).toBe(
      undefined,
    );
    expect([isInKit(join(stdlib, 'x.js')), isInKit('/src/x.js'), isInKit(undefined)]).toEqual([
      ...[true, false, false],
    ]);
  });

  it('knows every way in which this version of the kit loads a package into a page', () => {
    const own = new Set(['recommendedLibraries.js', 'sampleDatasets.js']);
    const reached = ['index.js', 'fileAttachment.js', 'zip.js', 'xlsx.js', 'md.js'];
    for (const name of reached) {
      const code = readFileSync(join(stdlib, name), 'utf8');
      const after = transformed(code, join(stdlib, name)) ?? '';
      expect(after, name).not.toMatch(/(?:from|import\()\s*["']https:/);
    }
    const names = readdirSync(stdlib);
    expect(names).toEqual(expect.arrayContaining([...own, ...reached]));
  });

  it('keeps one format of each font', () => {
    const css =
      'src:url(a.woff2) format("woff2"),url(a.woff) format("woff"),url(a.ttf) format("truetype")';
    expect(transformed(css, '/node_modules/katex/dist/katex.min.css')).toBe(
      'src:url(a.woff2) format("woff2")',
    );
  });
});
