import type { Plugin } from 'vite';

const mark = '?notebook';

/** Packages that cells may use whole, and of which the pages need small parts. */
const copied: ReadonlySet<string> = new Set(['@observablehq/plot', 'd3']);

/**
 * Gives the notebooks whole copies of packages of which the other pages use small parts. With one
 * copy for both, all of such a package would be loaded before a page's first picture. `isReader`: which
 * files import the copies.
 */
export function notebookCopies(isReader: (file: string) => boolean): Plugin {
  return {
    name: 'edgewise:notebook-copies',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer) return undefined;
      const inCopy = importer.endsWith(mark);
      if (!inCopy && !(isReader(importer) && copied.has(source))) return undefined;
      const from = inCopy ? importer.slice(0, -mark.length) : importer;
      const found = await this.resolve(source, from, { skipSelf: true });
      return found && { ...found, id: `${found.id}${mark}` };
    },
  };
}
