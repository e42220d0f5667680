import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const prefix = '.building-';

/** Milliseconds after which a staging folder is taken for that of a build which was killed: one hour. */
const lifetime = 3_600_000;

/**
 * Makes a new folder inside of `folder`, and so on the same disk, for a build that is not finished.
 * Its name begins with a dot, so that it is not served. Removes those that killed builds have left.
 */
export function makeStagingFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((name) => name.startsWith(prefix))) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > lifetime)
      rmSync(path, { recursive: true, force: true });
  }
  return mkdtempSync(join(folder, prefix));
}
