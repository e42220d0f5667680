import { describe, expect } from 'vitest';
import { filesToStart } from '../../src/cli/build/filesToStart.ts';
import { dist, it } from './support/application.ts';
import { engineWords, finished, ready, shownStep } from './support/steps.ts';
import { beforeWorkers, tfjsScript, workerScript } from './support/workers.ts';

/** Makes software WebGL report the name of a real graphics processor. */
const pretendHardware = `
  const getParameter = WebGL2RenderingContext.prototype.getParameter;
  WebGL2RenderingContext.prototype.getParameter = function (name) {
    const renderer = 'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)';
    return name === this.RENDERER ? renderer : getParameter.call(this, name);
  };`;

/** Notes when the boundary was drawn first. Runs in the page, before its scripts. */
const noteBoundary = `
  new MutationObserver((changes, observer) => {
    if (!document.querySelector('path.boundary')?.getAttribute('d')) return;
    performance.mark('boundary');
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributes: true });`;

/** The paths of what the page had asked for until then. Runs in the page. */
function askedBeforeBoundary(): string[] {
  const [boundary] = performance.getEntriesByName('boundary');
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime < (boundary?.startTime ?? 0))
    .map(({ name }) => new URL(name).pathname);
}

describe('the first picture', () => {
  it('asks for no file before the first boundary that the build has not counted', async ({
    open,
  }) => {
    const asked: string[] = [];
    const page = await open({
      prepare: async (page) => {
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.addInitScript(noteBoundary);
      },
    });
    await ready(page);
    // The examination, which comes after all else, begins with the worker's script and fetches tfjs.
    await expect.poll(() => asked.filter((path) => tfjsScript.test(path)).length).toBe(1);
    expect(asked.filter((path) => workerScript.test(path))).toHaveLength(2);
    const counted = filesToStart(dist).filter((path) => path !== '/index.html');
    expect((await page.evaluate(askedBeforeBoundary)).sort()).toEqual([...counted].sort());
  });

  it('does not wait for tfjs: a run ends before it has arrived', async ({ open }) => {
    const page = await open({
      path: '#engine=webgl&speed=7&epochs=10',
      prepare: async (page) => {
        await page.route(tfjsScript, () => undefined); // it never comes
      },
    });
    await ready(page);
    await page.keyboard.press('Space');
    await finished(page);
    await expect.poll(() => shownStep(page)).toBe(200);
    expect(await engineWords(page)).toContain(
      'WebGL is being looked for and tested; until then WebAssembly does the arithmetic.',
    );
  });

  it('moves a running training to a real graphics processor', async ({ open }) => {
    let deliverTfjs: () => void = () => undefined;
    const delivered = new Promise<void>((resolve) => (deliverTfjs = resolve));
    const page = await open({
      path: '#speed=3&epochs=0',
      prepare: async (page) => {
        await beforeWorkers(pretendHardware)(page);
        await page.route(tfjsScript, async (route) => {
          await delivered;
          await route.continue();
        });
      },
    });
    await ready(page);
    await page.getByRole('button', { name: /engine: WebAssembly/ }).waitFor();
    await page.keyboard.press('Space');
    await expect.poll(() => shownStep(page)).toBeGreaterThan(5);
    deliverTfjs();
    await page.getByRole('button', { name: /engine: WebGL/ }).waitFor();
    const step = await shownStep(page);
    expect(step).toBeGreaterThan(5);
    await expect.poll(() => shownStep(page)).toBeGreaterThan(step + 10);
    expect(await engineWords(page)).toContain(
      'The graphics processor (Apple M1) does the arithmetic, through WebGL.',
    );
  });
});
