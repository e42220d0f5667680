import { randomUUID } from 'node:crypto';
import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shownName } from '../learning/quoted.ts';
import { fileTrouble } from './fileTrouble.ts';
import type { OutputFile } from './outputFile.ts';
import { realPlace, statusOf } from './realPlace.ts';
import { replaceFile, type Replacement } from './replaceFile.ts';
import { UsageError } from './usageError.ts';

/** A file that is written beside its place. */
interface StagedFile {
  readonly name: string;
  /** Without links. */
  readonly place: string;
  readonly partial: string;
}

/** Folders that were made, one in the other. */
interface MadeFolders {
  readonly outermost: string;
  readonly innermost: string;
}

/**
 * Files that are written beside their places and then put there, all of them or none. Until then
 * they have names of ours, and they are removed however the program ends.
 */
export class StagedFiles {
  readonly #files: StagedFile[] = [];
  readonly #folders: MadeFolders[] = [];

  constructor() {
    process.once('exit', this.discard);
  }

  /**
   * Writes what will be at the path of `file`; missing folders are made. Where a link is, what it
   * leads to will be replaced. Owner and mode stay.
   * @throws UsageError; an AbortError once `interrupted` is.
   */
  async write(
    file: OutputFile,
    content: Iterable<string | Uint8Array>,
    interrupted: AbortSignal,
  ): Promise<void> {
    try {
      await this.#write(file, content, interrupted);
    } catch (error) {
      throw interrupted.aborted ? error : troubleWith(file.name, error);
    }
    interrupted.throwIfAborted();
  }

  async #write(
    { name, path }: OutputFile,
    content: Iterable<string | Uint8Array>,
    interrupted: AbortSignal,
  ): Promise<void> {
    const place = realPlace(path);
    this.#makeFolder(dirname(place));
    const partial = join(dirname(place), `.edgewise-${randomUUID()}.partial`);
    this.#files.push({ name, place, partial });
    const found = statusOf(place);
    const handle = await open(partial, 'wx', found ? 0o600 : 0o666);
    try {
      if (found) await takeOver(handle, found);
      for (const piece of content) {
        interrupted.throwIfAborted();
        await handle.appendFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /**
   * Puts the files in their places; where one cannot be, none is. No signal comes in between.
   * @throws UsageError
   */
  commit(): void {
    const replacements: Replacement[] = [];
    for (const { name, place, partial } of this.#files) {
      try {
        replacements.push(replaceFile(place, partial));
      } catch (error) {
        for (const { undo } of replacements.reverse()) undo();
        throw troubleWith(name, error);
      }
    }
    for (const { forget } of replacements) forget();
    this.#files.length = 0;
    this.#folders.length = 0;
    this.discard();
  }

  /** Removes what is not in its place. */
  readonly discard = (): void => {
    process.off('exit', this.discard);
    for (const { partial } of this.#files) ifPossible(() => rmSync(partial, { force: true }));
    for (const { outermost, innermost } of this.#folders.reverse()) {
      for (let folder = innermost; folder.length >= outermost.length; folder = dirname(folder)) {
        ifPossible(() => rmdirSync(folder)); // not where somebody has put something there
      }
    }
  };

  #makeFolder(innermost: string): void {
    const outermost = mkdirSync(innermost, { recursive: true });
    if (outermost !== undefined) this.#folders.push({ outermost, innermost });
  }
}

/** Gives a new file, which only its maker may read so far, the owner and the mode of another. */
async function takeOver(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const sameGroup = await file.chown(uid, gid).then(
    () => true,
    () => false,
  );
  // A group that may not be given on gets no access; a mode that may not be set stays narrow.
  await file.chmod(mode & (sameGroup ? 0o777 : 0o707)).catch(() => undefined);
}

function troubleWith(name: string, error: unknown): UsageError {
  return new UsageError(`${shownName(name)}: ${fileTrouble(error)}`);
}

function ifPossible(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing better can be done while the program ends.
  }
}
