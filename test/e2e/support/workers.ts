import type { Page } from 'playwright';

/** Addresses of the script of the page's workers, and of tfjs, which is loaded on demand. */
export const workerScript = /assets\/worker-.*\.js$/;
export const tfjsScript = /assets\/tfjs-.*\.js$/;

/** Runs the script in every worker, before the worker's own script. */
export function beforeWorkers(script: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.route(workerScript, async (route) => {
      const response = await route.fetch().catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      if (!response || text === undefined) return; // the page has been closed meanwhile
      await route.fulfill({ response, body: `${script}\n${text}` });
    });
  };
}

/** Worker-side: the WebGL contexts in use, kept so that they can be lost on demand. */
interface WithContexts {
  contexts?: WebGL2RenderingContext[];
}

/** Keeps the contexts that a worker makes; a script for `beforeWorkers`. */
export const keepContexts = `
  self.contexts = [];
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...words) {
    const context = getContext.apply(this, words);
    if (words[0] === 'webgl2' && context) self.contexts.push(context);
    return context;
  };`;

/** Loses all contexts that were kept. */
export async function loseContexts(page: Page): Promise<void> {
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      const { contexts = [] } = globalThis as unknown as WithContexts;
      for (const context of contexts.splice(0)) {
        context.getExtension('WEBGL_lose_context')?.loseContext();
      }
    });
  }
}
