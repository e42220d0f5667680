import { isAbsolute } from 'node:path';
import type { Plugin } from 'vite';
import type { Page } from '../../pages/pages.ts';
import { readStaticFiles, type StaticFile, type StaticFiles } from '../../server/staticFiles.ts';
import { filesToStart } from './filesToStart.ts';

/** Fails a build that lacks a page, or in which a page needs more than its limit before it works. */
export function limitStart(pages: readonly Page[]): Plugin {
  return {
    name: 'edgewise:limit-start',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      const files = readStaticFiles(dir);
      const problems = pages.flatMap((page) => startProblem(files, page) ?? []);
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

function startProblem(files: StaticFiles, { label, folder, startLimit }: Page): string | undefined {
  const address = `/${folder}index.html`;
  if (!files.has(address)) return `The page ${label} was not built: ${address} is missing.`;
  const sizes = filesToStart(files, address).map((path) => ({
    path,
    bytes: sentBytes(files.get(path)),
  }));
  const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
  if (sum <= startLimit) return undefined;
  const list = sizes.map(({ path, bytes }) => `\n  ${kilobytes(bytes)} ${path}`).join('');
  return (
    `The page ${label} needs ${kilobytes(sum)} before it works, ` +
    `more than its limit of ${kilobytes(startLimit)}:${list}`
  );
}

function sentBytes(file: StaticFile | undefined): number {
  return (file?.compressed ?? file?.body)?.length ?? 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
