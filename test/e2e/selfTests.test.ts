import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { engineWords, eventually, finished, ready, score } from './support/steps.ts';
import { beforeWorkers, tfjsScript } from './support/workers.ts';

/** Makes every number that WebGL returns too large by one in a thousand. */
const spoilNumbers = `
  for (const read of ['getBufferSubData', 'readPixels']) {
    const honest = WebGL2RenderingContext.prototype[read];
    WebGL2RenderingContext.prototype[read] = function (...words) {
      honest.apply(this, words);
      const numbers = words.find((word) => word instanceof Float32Array);
      numbers?.forEach((value, i) => (numbers[i] = 1.001 * value));
    };
  }`;

describe('self-tests', () => {
  it('shows how the engines passed their self-tests', async ({ open }) => {
    const page = await open();
    await ready(page);
    await eventually(async () => {
      const words = await engineWords(page);
      expect(words).toMatch(/WebGL passed its self-test: in 8 steps no number was off/);
      expect(words).toMatch(/WebAssembly passed its self-test: in 8 steps no number was off/);
    });
  });

  it('stop the use of an engine with wrong numbers, and the page says so', async ({ open }) => {
    const page = await open({
      path: '#engine=webgl&speed=7&epochs=10',
      prepare: beforeWorkers(spoilNumbers),
    });
    await ready(page);
    const reason =
      /WebGL failed its self-test: after 4 steps a parameter came to −?[\d.]+ instead of −?[\d.]+\./;
    await page.getByRole('main').getByText(reason).waitFor();
    await page.getByRole('button', { name: /engine: WebAssembly/ }).waitFor();
    expect(await engineWords(page)).toMatch(reason);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await finished(page);
    await expect.poll(() => score(page, 'accuracy', 'evaluation')).toBeGreaterThan(0.9);
  });

  it('stop the use of WebGL if tfjs cannot be loaded', async ({ open }) => {
    const page = await open({
      path: '#engine=webgl',
      prepare: async (page) => {
        await page.route(tfjsScript, (route) => route.abort());
      },
      tolerated: [/Failed to load resource/],
    });
    await ready(page);
    await page
      .getByText('WebGL failed its self-test: TensorFlow.js could not be fetched. It is not used.')
      .first()
      .waitFor();
    await page.keyboard.press('Space');
    await finished(page);
    await expect.poll(() => score(page, 'accuracy', 'evaluation')).toBeGreaterThan(0.98);
  });
});
