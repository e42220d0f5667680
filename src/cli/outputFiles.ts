import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileTrouble } from './fileTrouble.ts';
import { UsageError } from './usageError.ts';

/*
 * Files that the program writes. `name` is what the user called it, for the sentences; all throw a
 * UsageError. What can be known before the work is checked before it.
 */

/** A file that may be there already, in a folder that must be. */
export function checkOutputFile(name: string, path: string): void {
  if (kindOf(path) === 'folder') throw new UsageError(`${name}: expected a file, got a folder.`);
  if (kindOf(dirname(path)) === 'folder') return;
  throw new UsageError(`${name}: there is no folder to write it in.`);
}

/** A folder that may be there already, or be made. */
export function checkOutputFolder(name: string, path: string): void {
  for (let above = path; ; above = dirname(above)) {
    const kind = kindOf(above);
    if (kind === 'folder' || above === dirname(above)) return;
    if (kind === 'file') throw new UsageError(`${name}: expected a folder, got a file.`);
  }
}

/** Writes all of the file, or leaves what was there. */
export function writeWhole(name: string, path: string, content: string | Uint8Array): void {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    writeFileSync(partial, content);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new UsageError(`${name}: ${fileTrouble(error)}`);
  }
}

export function makeFolder(name: string, path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new UsageError(`${name}: ${fileTrouble(error)}`);
  }
}

/** Undefined for what is not there, and for what may not be looked at. */
function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
