import { accessSync, closeSync, constants, openSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { shownName } from '../learning/quoted.ts';
import { fileTrouble } from './fileTrouble.ts';
import { realPlace, statusOf } from './realPlace.ts';
import { UsageError } from './usageError.ts';

/** A file to write. */
export interface OutputFile {
  /** The option that asked for it, for the sentences. */
  readonly option: string;
  /** What the user called it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Whether folders that are missing are made. */
  readonly makesFolders: boolean;
}

/**
 * Throws a UsageError where the file could not be written, as far as that can be known before. Only
 * a regular file can be replaced whole or not at all, so no pipe and no device is taken.
 */
export function checkOutputFile({ name, path, makesFolders }: OutputFile): void {
  try {
    const place = realPlace(path);
    const found = statusOf(place);
    if (found) checkReplaceable(place, found);
    checkFolder(dirname(place), makesFolders);
  } catch (error) {
    const trouble = error instanceof UsageError ? error.message : fileTrouble(error);
    throw new UsageError(`${shownName(name)}: ${trouble}`);
  }
}

function checkReplaceable(place: string, found: Stats): void {
  if (found.isDirectory()) throw new UsageError('expected a file, got a folder.');
  if (!found.isFile()) throw new UsageError('expected a regular file, got a pipe or a device.');
  closeSync(openSync(place, constants.O_WRONLY | constants.O_NONBLOCK));
  const user = process.geteuid?.() ?? 0;
  if (user !== 0 && user !== found.uid) {
    throw new UsageError('only the user to whom this file belongs can replace it.');
  }
}

function checkFolder(folder: string, makesFolders: boolean): void {
  const nearest = makesFolders ? nearestTo(folder) : folder;
  if (!statusOf(nearest)?.isDirectory()) {
    throw new UsageError(
      makesFolders ? 'expected a folder, got a file.' : 'there is no folder to write it in.',
    );
  }
  accessSync(nearest, constants.W_OK | constants.X_OK);
}

/** The path, or the first above it where something is. */
function nearestTo(path: string): string {
  let nearest = path;
  while (!statusOf(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest);
  return nearest;
}
