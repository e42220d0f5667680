import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

/**
 * The files that a built page needs before it works: itself, its styles and scripts, the workers that
 * these start, and their static imports, without the dynamic ones. Addresses from the folder of the
 * build, such as `/assets/play-1a2b3c4d.js`.
 */
export function filesToStart(folder: string, page = '/index.html'): readonly string[] {
  const found = new Set<string>();
  const waiting = [page];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (found.has(address) || !isFile(join(folder, address))) continue;
    found.add(address);
    const parent = posix.dirname(address);
    const needs = needsOf(address, readFileSync(join(folder, address), 'utf8'));
    waiting.push(...needs.map((need) => posix.resolve(parent, need)));
  }
  return Array.from(found);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function needsOf(address: string, text: string): string[] {
  if (address.endsWith('.html')) return matches(text, /(?:src|href|data-worker)="([^"]+)"/g);
  if (!address.endsWith('.js')) return [];
  // As Vite writes them: new Worker(new URL(…`worker-1a2b.js`…
  const workers = matches(text, /new Worker\(new URL\([^)]*?[`'"]([^`'"]+\.js)[`'"]/g);
  const { staticImports, staticExports } = parseSync(address, text).module;
  const imports = staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const exported = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  return [...workers, ...imports, ...exported];
}

function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, match = '']) => match);
}
