import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** All that the built application is made from. */
const sources = [
  'data',
  'index.html',
  'notebooks',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * Builds the application of that checkout into its dist folder, unless the build there was made from
 * the very same sources; `announce` is called before it starts. Gives the folder.
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

/** For production whatever NODE_ENV says: in a test's child it says 'test', and stays. */
async function build(root: string): Promise<void> {
  const vite = await import('vite');
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await vite.build({ root, logLevel: 'warn' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** One number for the content of all sources: equal sources, equal number. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path.split(sep).join('/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Paths relative to the root; a file stands for itself, and what is missing for nothing. */
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
