import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileTrouble } from './fileTrouble.ts';
import { UsageError } from './usageError.ts';

/*
 * Files that the program writes. `name` is the name that the user gave, for the messages. All functions
 * throw a UsageError. The checks run before training, so that no work is lost.
 */

/** Checks that the path can be a file: it may exist, its folder must exist. */
export function checkOutputFile(name: string, path: string): void {
  if (kindOf(path) === 'folder') throw new UsageError(`${name}: expected a file, got a folder.`);
  if (kindOf(dirname(path)) === 'folder') return;
  throw new UsageError(`${name}: there is no folder to write it in.`);
}

/** Checks that the path is a folder or can become one. */
export function checkOutputFolder(name: string, path: string): void {
  for (let above = path; ; above = dirname(above)) {
    const kind = kindOf(above);
    if (kind === 'folder' || above === dirname(above)) return;
    if (kind === 'file') throw new UsageError(`${name}: expected a folder, got a file.`);
  }
}

/** Writes the whole file, or leaves the old one unchanged. */
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

/** Undefined if the path does not exist or cannot be read. */
function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
