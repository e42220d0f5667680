import { describe, expect } from 'vitest';
import { it } from './support/application.ts';
import { finished, ready, status } from './support/steps.ts';
import { beforeWorkers } from './support/workers.ts';

describe('a browser that refuses', () => {
  it.for(['getItem', 'setItem'] as const)(
    'storage (%s) opens the page, and each choice counts',
    async (method, { open }) => {
      const page = await open({
        prepare: async (page) => {
          await page.addInitScript((name) => {
            Storage.prototype[name] = () => {
              throw new DOMException('It is full, or damaged.', 'QuotaExceededError');
            };
          }, method);
        },
      });
      await ready(page);
      const theme = page.getByRole('combobox', { name: 'theme' });
      for (const choice of ['dark', 'light']) {
        await theme.selectOption(choice);
        await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(choice);
      }
    },
  );

  it('the whole screen presents in the window', async ({ open }) => {
    const page = await open({
      prepare: async (page) => {
        await page.addInitScript(() => {
          Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Not here.'));
        });
      },
    });
    await ready(page);
    await page.getByRole('button', { name: 'Full screen' }).click();
    await page.getByRole('heading', { name: 'Accuracy' }).waitFor();
    await page.keyboard.press('Space');
    await finished(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('button', { name: 'Full screen' }).count()).toBe(1);
  });

  it('WebAssembly says so in a sentence', async ({ open }) => {
    const page = await open({ prepare: beforeWorkers('delete self.WebAssembly;') });
    await status(page, 'training is not possible');
    await expect
      .poll(() => page.locator('body').innerText())
      .toMatch(/cannot continue: This browser has no WebAssembly with SIMD/);
  });
});
