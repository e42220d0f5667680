import type { Plugin } from 'vite';
import { earlyWorkerScript } from '../../pages/earlyWorker.ts';

/** The script of the pages' workers in a build. */
const workerFile = /^assets\/worker-[^/]+\.js$/;

/**
 * Puts the script that starts the worker early into the head of each page of a build, above
 * everything that takes time.
 * @param except folders of pages that do not train with it.
 */
export function startWorkerEarly(except: readonly string[] = []): Plugin {
  return {
    name: 'edgewise:start-worker-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, path }) {
        const worker = Object.keys(bundle ?? {}).find((name) => workerFile.test(name));
        const isExcepted = except.some((folder) => path === `/${folder}index.html`);
        if (worker === undefined || isExcepted) return [];
        const up = '../'.repeat(path.split('/').length - 2) || './';
        const attrs = { 'data-worker': `${up}${worker}` };
        return [{ tag: 'script', attrs, children: earlyWorkerScript, injectTo: 'head-prepend' }];
      },
    },
  };
}
