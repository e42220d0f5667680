import { isAbsolute } from 'node:path';
import type { Plugin } from 'vite';
import { readStaticFiles, type StaticFile } from '../server/staticFiles.ts';
import { filesToStart } from './filesToStart.ts';

/** Fails a build whose page needs more bytes than that, as gzip sends them, before it can work. */
export function limitStart(mostBytes: number): Plugin {
  return {
    name: 'edgewise:limit-start',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      const files = readStaticFiles(dir);
      const sizes = filesToStart(files).map((address) => ({
        address,
        bytes: sentBytes(files.get(address)),
      }));
      const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
      if (sum <= mostBytes) return;
      const list = sizes.map(({ address, bytes }) => `\n  ${kilobytes(bytes)} ${address}`).join('');
      this.error(
        `The page needs ${kilobytes(sum)} before it shows a boundary, ` +
          `more than the ${kilobytes(mostBytes)} it may need:${list}`,
      );
    },
  };
}

/** Fails a build in which tfjs shares a file with anything of ours; also for the build of workers. */
export function keepTfjsApart(): Plugin {
  return {
    name: 'edgewise:keep-tfjs-apart',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const ours = chunk.moduleIds.find((id) => isAbsolute(id) && !id.includes('/node_modules/'));
        const tfjs = chunk.moduleIds.some((id) => id.includes('/node_modules/@tensorflow/'));
        if (tfjs && ours !== undefined) {
          this.error(`${chunk.fileName} holds tfjs together with ${ours}.`);
        }
      }
    },
  };
}

function sentBytes(file: StaticFile | undefined): number {
  return (file?.compressed ?? file?.body)?.length ?? 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
