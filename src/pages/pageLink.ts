/**
 * The relative address of one page on another, by their folders, so that the build works under any
 * path: `../class/` from `learn/` to `class/`.
 */
export function pageLink(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to}` || './';
}
