import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileTrouble } from '../fileTrouble.ts';
import { BuildFailure } from './buildFailure.ts';
import { areIntact } from './builtFiles.ts';
import { readBuildStamp } from './buildStamp.ts';
import { hashSources } from './hashSources.ts';
import { replaceBuild } from './replaceBuild.ts';
import { runVite } from './runVite.ts';
import { makeStagingFolder } from './stagingFolder.ts';

/**
 * Builds the application of the checkout at `root` into its dist folder, unless the folder holds an
 * intact build of the same sources. Calls `announce` before it builds. Returns the folder. The build
 * is made beside and moved there when it is whole, so an interrupted build changes nothing.
 * @throws BuildFailure if the sources cannot be built, the folder cannot be written, or the signal
 * ends the build.
 */
export async function buildApplication(
  root: string,
  announce: () => void,
  signal?: AbortSignal,
): Promise<string> {
  const folder = join(root, 'dist');
  const sources = hashSources(root);
  if (isCurrent(folder, sources)) return folder;
  announce();
  const staging = orSayWhy(() => makeStagingFolder(folder));
  try {
    const warnings = await runVite(root, staging, signal);
    if (warnings !== '') process.stderr.write(`${warnings}\n`);
    // Another start may have built the same meanwhile.
    if (!isCurrent(folder, sources)) orSayWhy(() => replaceBuild(staging, folder, sources));
    return folder;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function isCurrent(folder: string, sources: string): boolean {
  const stamp = readBuildStamp(folder);
  return stamp?.sources === sources && areIntact(folder, stamp.files);
}

function orSayWhy<T>(work: () => T): T {
  try {
    return work();
  } catch (problem) {
    throw new BuildFailure(`dist: ${fileTrouble(problem)}`, { cause: problem });
  }
}
