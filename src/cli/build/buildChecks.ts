import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import type { Page } from '../../pages/pages.ts';
import { filesToStart } from './filesToStart.ts';

/** Fails a build that lacks a page, or in which a page needs more than its limit before it works. */
export function limitStart(pages: readonly Page[]): Plugin {
  return {
    name: 'edgewise:limit-start',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      const problems = pages.flatMap((page) => startProblem(dir, page) ?? []);
      if (problems.length > 0) this.error(problems.join('\n'));
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

function startProblem(dir: string, { label, folder, startLimit }: Page): string | undefined {
  const address = `/${folder}index.html`;
  if (!existsSync(join(dir, address))) {
    return `The page ${label} was not built: ${address} is missing.`;
  }
  const sizes = filesToStart(dir, address).map((path) => ({
    path,
    bytes: gzipSync(readFileSync(join(dir, path))).length,
  }));
  const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
  if (sum <= startLimit) return undefined;
  const list = sizes.map(({ path, bytes }) => `\n  ${kilobytes(bytes)} ${path}`).join('');
  return (
    `The page ${label} needs ${kilobytes(sum)} before it works, ` +
    `more than its limit of ${kilobytes(startLimit)}:${list}`
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
