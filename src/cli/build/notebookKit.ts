import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const kit = dirname(fileURLToPath(import.meta.resolve('@observablehq/notebook-kit')));

/** How the substitutes name a file of the kit that its package does not export. */
const inside = '@observablehq/notebook-kit/src/';

/** What takes the place of a file or package that Notebook Kit imports. */
const substitutes: ReadonlyMap<string, string> = new Map([
  ['typescript', 'typescript.ts'],
  ['./recommendedLibraries.js', 'recommendedLibraries.ts'],
  ['./sampleDatasets.js', 'sampleDatasets.ts'],
]);

const cdnPackage = 'https://cdn\\.jsdelivr\\.net/npm/((?:@[^/"\']+/)?[^/@"\']+)[^"\']*';
const cdnImport = new RegExp(`\\bimport\\(["']${cdnPackage}["']\\)`, 'g');
const staticCdnImport = new RegExp(
  `^import (?:\\* as )?(\\w+|\\{[^}]*\\}) from ["']${cdnPackage}["'];$`,
  'gm',
);

/**
 * Lets Notebook Kit 2.1.8 run in a page that loads nothing from elsewhere: what it imports from a CDN
 * comes from the build, or rejects with a sentence. It knows names of files inside the kit, which is
 * why the kit's version is pinned. `folder`: that of the substitutes.
 */
export function notebookKit(folder: string): Plugin {
  return {
    name: 'edgewise:notebook-kit',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { exclude, include } }),
    resolveId(source, importer) {
      if (source.startsWith(inside)) return join(kit, source.slice(inside.length));
      const substitute = isInKit(importer) && substitutes.get(source);
      return substitute ? join(folder, substitute) : undefined;
    },
    transform(code, id) {
      if (isInKit(id)) return { code: withoutCdn(code), map: null };
      if (!/[\\/]katex\.min\.css/.test(id)) return undefined;
      return { code: woff2Only(code), map: null };
    },
  };
}

/** Whether it is a file of Notebook Kit. */
export function isInKit(id: string | undefined): boolean {
  return id?.replaceAll('\\', '/').includes('/@observablehq/notebook-kit/dist/src/') ?? false;
}

/** `d3` has all of `d3-dsv`. */
function withoutCdn(code: string): string {
  const refusal = (name: string) =>
    `new Error(${JSON.stringify(`"${name}" is not a part of Edgewise`)})`;
  return code
    .replace(cdnImport, (_all, name: string) =>
      name === 'd3-dsv' ? 'import("d3")' : `Promise.reject(${refusal(name)})`,
    )
    .replace(
      staticCdnImport,
      (_all, imported: string, name: string) =>
        `const ${imported} = (() => { throw ${refusal(name)}; })();`,
    );
}

/** Every browser that runs the page reads woff2. */
function woff2Only(css: string): string {
  return css.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '');
}

/** The kit itself must pass through this plugin in development, too … */
const exclude = ['@observablehq/notebook-kit'];

/** … so that its own dependencies have to be named. */
const include = [
  ...[
    ...['markdown-it', 'markdown-it-anchor', '@sindresorhus/slugify'],
    ...['@observablehq/parser', '@observablehq/inspector', '@observablehq/runtime'],
    ...['@lezer/highlight', '@lezer/javascript', '@lezer/html', '@lezer/css', '@lezer/markdown'],
    ...['@lezer/python', 'acorn', 'acorn-walk'],
  ].map((name) => `@observablehq/notebook-kit > ${name}`),
  ...['@observablehq/inputs', 'acorn', 'acorn-walk', 'htl', 'katex'],
  ...['@codemirror/autocomplete', '@codemirror/commands', '@codemirror/lang-html'],
  ...['@codemirror/lang-javascript', '@codemirror/lang-markdown', '@codemirror/language'],
  ...['@codemirror/state', '@codemirror/view', '@lezer/highlight'],
];
