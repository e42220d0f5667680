import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashBuiltFiles, type BuiltFiles } from './builtFiles.ts';
import { readBuildStamp, writeBuildStamp } from './buildStamp.ts';

/**
 * Moves the build in `staging` into `folder`, whose server may be running: file by file, each at once,
 * and the pages after all that they need. The hashed files of the build before stay for pages that are
 * open; older files are removed. Several processes may do this at the same time with equal builds.
 */
export function replaceBuild(staging: string, folder: string, sources: string): void {
  const built = hashBuiltFiles(staging);
  const present = hashBuiltFiles(folder);
  const kept = filesToKeep(folder, present, sources);
  for (const path of pagesLast(built)) {
    if (present.get(path) === built.get(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(join(staging, path), join(folder, path));
  }
  writeBuildStamp({ sources, files: built, kept }, staging, folder);
  const wanted = new Set([...built.keys(), ...kept]);
  for (const path of present.keys()) {
    if (!wanted.has(path)) rmSync(join(folder, path), { force: true });
  }
}

/** A build that is made again from the same sources keeps what it kept; no stamp: all that is there. */
function filesToKeep(folder: string, present: BuiltFiles, sources: string): readonly string[] {
  const stamp = readBuildStamp(folder);
  const before = stamp?.sources === sources ? stamp.kept : (stamp?.files ?? present).keys();
  return Array.from(before).filter((path) => path.startsWith('assets/') && present.has(path));
}

function pagesLast(files: BuiltFiles): readonly string[] {
  const isPage = (path: string) => Number(/\.html(?:\.\w+)?$/.test(path));
  return Array.from(files.keys()).sort((a, b) => isPage(a) - isPage(b));
}
