import { join } from 'node:path';
import type { Page } from '../../pages/pages.ts';

/** The html file of each page below the folder of the sources, by the page's name: the build's input. */
export function pageEntries(sources: string, pages: readonly Page[]): Record<string, string> {
  return Object.fromEntries(
    pages.map(({ name, folder }) => [name, join(sources, folder, 'index.html')]),
  );
}
