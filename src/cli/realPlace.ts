import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from './fileTrouble.ts';

/**
 * The absolute path without links of what a path leads to, or will lead to once it is written: the
 * last link may lead to a file that is missing.
 * @throws what the system reports, except that something is missing.
 */
export function realPlace(path: string): string {
  const real = unlessMissing(() => realpathSync.native(path));
  if (real !== undefined) return real;
  const folder = dirname(path);
  if (folder === path) return path;
  const parent = realPlace(folder);
  const isLink = unlessMissing(() => lstatSync(path))?.isSymbolicLink() ?? false;
  return isLink ? realPlace(resolve(parent, readlinkSync(path))) : join(parent, basename(path));
}

/** What is at a path; undefined where nothing is. */
export function statusOf(path: string): Stats | undefined {
  return unlessMissing(() => statSync(path));
}

/** Whether two paths without links are the same file, also by two names (links, capitals). */
export function isSamePlace(first: string, second: string): boolean {
  return first === second || isSameFile(statusOf(first), statusOf(second));
}

export function isSameFile(first: Stats | undefined, second: Stats | undefined): boolean {
  return first?.dev === second?.dev && first?.ino === second?.ino && first !== undefined;
}

function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
