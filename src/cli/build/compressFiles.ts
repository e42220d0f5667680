import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:css|csv|html|js|json|svg|txt|wasm|webmanifest)$/;

/** The largest part of a file's size that its compressed form may have to be worth a file. */
const worthwhile = 0.9;

/** Writes `file.br` and `file.gz` beside each built file that they make smaller. */
export function compressFiles(): Plugin {
  return {
    name: 'edgewise:compress-files',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) return;
        const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' });
        const files = paths.filter((path) => compressible.test(path));
        await Promise.all(files.map((path) => compressFile(join(dir, path))));
      },
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  const best = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const results = {
    br: await promisify(brotliCompress)(content, { params: best }),
    gz: await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  };
  for (const [suffix, result] of Object.entries(results)) {
    if (result.length <= worthwhile * content.length) await writeFile(`${path}.${suffix}`, result);
  }
}
