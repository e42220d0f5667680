import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltFiles } from './builtFiles.ts';

/** What a folder of built files was made from, and what it holds. */
export interface BuildStamp {
  /** The hash of the sources. */
  readonly sources: string;
  readonly files: BuiltFiles;
  /** Paths of files of the build before, which pages that are still open may ask for. */
  readonly kept: readonly string[];
}

const fileName = '.build.json';

/** Undefined if the folder has no stamp or a damaged one. */
export function readBuildStamp(folder: string): BuildStamp | undefined {
  try {
    return toStamp(JSON.parse(readFileSync(join(folder, fileName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes the stamp as a whole or not at all; `staging` is a folder on the same disk. */
export function writeBuildStamp(stamp: BuildStamp, staging: string, folder: string): void {
  const written = join(staging, fileName);
  writeFileSync(written, JSON.stringify({ ...stamp, files: Object.fromEntries(stamp.files) }));
  renameSync(written, join(folder, fileName));
}

function toStamp(value: unknown): BuildStamp | undefined {
  if (!isRecord(value) || !isRecord(value.files) || !Array.isArray(value.kept)) return undefined;
  const { sources } = value;
  const files = new Map(Object.entries(value.files));
  const kept: readonly unknown[] = value.kept;
  return typeof sources === 'string' && hasOnlyTexts(files) && kept.every(isText)
    ? { sources, files, kept }
    : undefined;
}

const isText = (value: unknown) => typeof value === 'string';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnlyTexts(map: ReadonlyMap<string, unknown>): map is ReadonlyMap<string, string> {
  return Array.from(map.values()).every(isText);
}
