import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { compressFiles } from '../../../src/cli/build/compressFiles.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

it('writes both forms of what they make smaller, and of nothing else', async () => {
  const text = JSON.stringify(Array.from({ length: 500 }, (_, i) => i * i));
  const root = temporaryFolder({
    'index.html': `<!doctype html><script type="module" src="./main.js"></script><p>${text}</p>`,
    'main.js': `console.log(${text});`,
    'public/numbers.csv': text,
    'public/short.txt': 'abc',
    'public/picture.png': text,
  });
  const options = { root, configFile: false, logLevel: 'silent' } as const;
  await build({ ...options, plugins: [compressFiles()] });

  const dist = join(root, 'dist');
  const script = readdirSync(join(dist, 'assets')).find((name) => name.endsWith('.js'));
  for (const name of ['index.html', 'numbers.csv', `assets/${String(script)}`]) {
    const path = join(dist, name);
    const content = readFileSync(path);
    expect(brotliDecompressSync(readFileSync(`${path}.br`)).equals(content), name).toBe(true);
    expect(gunzipSync(readFileSync(`${path}.gz`)).equals(content), name).toBe(true);
    for (const suffix of ['.br', '.gz']) {
      expect(statSync(path + suffix).size, name).toBeLessThan(content.length);
    }
  }
  for (const name of ['short.txt.br', 'short.txt.gz', 'picture.png.br', 'picture.png.gz']) {
    expect(existsSync(join(dist, name)), name).toBe(false);
  }
});
