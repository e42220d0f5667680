import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Files and folders that the build reads. */
const sources = [
  'LICENSE',
  'data',
  'notebooks',
  'package-lock.json',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/** A hash of the paths and contents of all sources of the checkout at `root`. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path.split(sep).join('/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Paths relative to the root: of the files in a folder, or of one file; none if it is missing. */
function filesUnder(root: string, source: string): string[] {
  try {
    const entries = readdirSync(join(root, source), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [source];
    if (code === 'ENOENT') return [];
    throw problem;
  }
}
