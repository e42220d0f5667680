import type { Page } from './pages.ts';

/** The relative address of one page on another, so that the build works under any path. */
export function pageLink(from: Page, to: Page): string {
  const up = '../'.repeat(from.folder.split('/').length - 1);
  return `${up}${to.folder}` || './';
}
