import type { Page } from 'playwright';

/** Addresses of the script of the page's workers, and of tfjs, which is loaded on demand. */
export const workerScript = /assets\/worker-.*\.js$/;
export const tfjsScript = /assets\/tfjs-.*\.js$/;

/** Runs the script in every worker, before the worker's own script. */
export function beforeWorkers(script: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.route(workerScript, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${script}\n${await response.text()}` });
    });
  };
}
