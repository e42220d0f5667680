import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts what all pages have in common into each: the icon in its head, and into `#app` what is seen
 * before the page has started.
 * @param sources folder of the pages; a page from elsewhere, such as a test runner's, stays as it is.
 * @param files paths of the pieces of HTML, by the comments in the pages that they replace.
 */
export function startingPage(sources: string, files: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'edgewise:starting-page',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        if (!filename.startsWith(sources + sep)) return html;
        return Object.entries(files).reduce((page, [name, file]) => {
          const place = `<!-- ${name} -->`;
          if (!page.includes(place)) throw new Error(`${filename}: expected the line ${place}.`);
          return page.replace(place, () => readFileSync(file, 'utf8').trim());
        }, html);
      },
    },
  };
}
