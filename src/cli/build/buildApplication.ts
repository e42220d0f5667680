import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Files and folders that the build reads. */
const sources = [
  'data',
  'notebooks',
  'package-lock.json',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * Builds the application of the checkout at `root` into its dist folder, unless the build there was
 * made from the same sources. Calls `announce` before it builds, and returns the folder.
 */
export async function buildApplication(root: string, announce: () => void): Promise<string> {
  const folder = join(root, 'dist');
  const stamp = join(folder, '.sources');
  const wanted = fingerprint(root);
  if (readIfThere(stamp) === wanted) return folder;
  announce();
  await build(root);
  writeFileSync(stamp, wanted);
  return folder;
}

/** Builds for production whatever NODE_ENV is (a test's child has 'test'), and restores it. */
async function build(root: string): Promise<void> {
  const vite = await import('vite');
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await vite.build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** A hash of the paths and contents of all sources. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path.split(sep).join('/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Paths relative to the root: of the files in a folder, or of one file; none if it is missing. */
function filesUnder(root: string, source: string): string[] {
  try {
    const entries = readdirSync(join(root, source), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [source];
    if (code === 'ENOENT') return [];
    throw problem;
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
