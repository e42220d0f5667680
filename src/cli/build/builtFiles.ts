import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** SHA-256 of each file of a build, by its path with slashes, such as `assets/play-1a2b3c4d.js`. */
export type BuiltFiles = ReadonlyMap<string, string>;

/** The files below the folder, without those whose path begins with a dot. */
export function hashBuiltFiles(folder: string): BuiltFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('.'));
  return new Map(
    paths.flatMap((path) => {
      const hash = hashFile(join(folder, path));
      return hash === undefined ? [] : [[path, hash] as const];
    }),
  );
}

/** Whether the folder holds all these files, unchanged. */
export function areIntact(folder: string, files: BuiltFiles): boolean {
  return Array.from(files).every(([path, hash]) => hashFile(join(folder, path)) === hash);
}

/** Undefined if the file cannot be read; another start may have just removed it. */
function hashFile(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return undefined;
  }
}
