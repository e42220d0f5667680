import { posix } from 'node:path';

/**
 * The source that a test file tests, or undefined if it has none. A test has the folder and the
 * name of its source: `state/a.browser.test.ts` and `state/a.edges.test.ts` test `state/a.ts`,
 * `state/a.svelte`, `state/a.svelte.ts` or the folder `state/a`.
 * @param test its path in `test/`; @param sources all files by their path in `src/`.
 */
export function subjectOf(test: string, sources: Iterable<string>): string | undefined {
  const name = posix.basename(test).split('.', 1).join();
  const stem = posix.join(posix.dirname(test), name);
  const files = ['.ts', '.svelte', '.svelte.ts'].map((ending) => stem + ending);
  for (const path of sources) {
    if (files.includes(path)) return path;
    if (path.startsWith(`${stem}/`)) return stem;
  }
  return undefined;
}
