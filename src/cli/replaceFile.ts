import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statusOf } from './realPlace.ts';

/** What can follow when a file was replaced. */
export interface Replacement {
  /** Puts the old file back, or removes the new one where there was none. */
  readonly undo: () => void;
  /** Lets the old file go. */
  readonly forget: () => void;
}

/**
 * Renames a file to a place in the same folder, and keeps what was there under another name.
 * @throws what the system reports; then all is as it was.
 */
export function replaceFile(place: string, newFile: string): Replacement {
  const kept = statusOf(place)?.isFile() ? keep(place) : undefined;
  try {
    renameSync(newFile, place);
  } catch (error) {
    if (kept !== undefined) putBack(kept, place);
    throw error;
  }
  if (kept === undefined) return { undo: () => rmSync(place), forget: () => undefined };
  return { undo: () => putBack(kept, place), forget: () => rmSync(kept, { force: true }) };
}

/** A second name for a file; the only one where the file system has no links. */
function keep(place: string): string {
  const kept = join(dirname(place), `.edgewise-${randomUUID()}.old`);
  try {
    linkSync(place, kept);
  } catch {
    renameSync(place, kept);
  }
  return kept;
}

/** Two names of one file are not renamed to each other; so the other name is removed as well. */
function putBack(kept: string, place: string): void {
  renameSync(kept, place);
  rmSync(kept, { force: true });
}
