import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { StaticFiles } from '../../server/staticFiles.ts';

/**
 * Addresses of all files that a built page needs before it can work: itself, its styles and scripts,
 * the workers that these start, and their static imports, without the dynamic ones.
 */
export function filesToStart(files: StaticFiles, page = '/index.html'): readonly string[] {
  const found = new Set<string>();
  const waiting = [page];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const file = files.get(address);
    if (!file || found.has(address)) continue;
    found.add(address);
    const folder = posix.dirname(address);
    const needs = needsOf(address, file.body.toString());
    waiting.push(...needs.map((need) => posix.resolve(folder, need)));
  }
  return Array.from(found);
}

function needsOf(address: string, text: string): string[] {
  if (address.endsWith('.html')) return matches(text, /(?:src|href)="([^"]+)"/g);
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
  return Array.from(text.matchAll(pattern), ([, match]) => match);
}
