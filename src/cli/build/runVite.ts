import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { BuildFailure } from './buildFailure.ts';

const viteProgram = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
);

const interrupted = 'The build was interrupted.';

/**
 * Builds the application of the checkout at `root` into the folder, for production whatever NODE_ENV
 * is. In a separate process, because Vite in this one would keep some 650 MB of memory as long as it
 * runs. Returns what Vite printed, which are warnings.
 * @throws BuildFailure with what Vite printed, or if the signal ends the build.
 */
export async function runVite(root: string, folder: string, signal?: AbortSignal): Promise<string> {
  if (signal?.aborted) throw new BuildFailure(interrupted);
  const words = ['build', '--config', join(root, 'vite.config.ts'), '--outDir', folder];
  const child = spawn(
    process.execPath,
    [viteProgram, ...words, '--emptyOutDir', '--logLevel=warn'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = () => void child.kill();
  signal?.addEventListener('abort', stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    const plain = stripVTControlCharacters(output).trim();
    if (signal?.aborted) throw new BuildFailure(interrupted);
    if (code !== 0) throw new BuildFailure(`The build failed.\n${plain}`);
    return plain;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
