import { join } from 'node:path';
import { chromium } from 'playwright';
import { describe, expect, onTestFinished } from 'vitest';
import { chromiumArguments, findChromium } from '../support/findChromium.ts';
import { dist, it } from './support/application.ts';
import { ready } from './support/steps.ts';

describe('a page that cannot start', () => {
  it('says so where its script does not come', async ({ open }) => {
    const page = await open({
      tolerated: [/404/],
      prepare: async (page) => {
        await page.route(/assets\/play-.*\.js$/, (route) => route.fulfill({ status: 404 }));
      },
    });
    await expect
      .poll(() => page.locator('body').innerText())
      .toMatch(/could not start\. Reload it\./);
  });

  it('says so where scripts are switched off', async ({ open }) => {
    const page = await open({ javaScriptEnabled: false });
    await expect.poll(() => page.locator('body').innerText()).toMatch(/needs JavaScript/);
  });

  it('says so where its script fails', async ({ open }) => {
    const page = await open({
      tolerated: [/uncaught: No windows here/],
      prepare: async (page) => {
        await page.addInitScript(() => {
          window.matchMedia = () => {
            throw new Error('No windows here.');
          };
        });
      },
    });
    await expect
      .poll(() => page.locator('body').innerText())
      .toMatch(/could not start\. Reload it\./);
  });

  it('says what to do where it is opened as a file', async () => {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: chromiumArguments,
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`file://${join(dist, 'index.html')}`);
    await expect.poll(() => page.locator('body').innerText()).toMatch(/run npm start/);
  });
});

describe('a page that starts', () => {
  it('has none of these words', async ({ open }) => {
    const page = await open();
    await ready(page);
    expect(await page.locator('body').innerText()).not.toMatch(/could not start/);
    expect(await page.locator('.before-start').count()).toBe(0);
  });
});
