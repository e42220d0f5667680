import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { chromium } from 'playwright';
import { test as baseTest, expect } from 'vitest';
import type { StaticServer } from '../../../src/server/staticServer.ts';
import { startStaticServer } from '../../../src/server/staticServer.ts';
import { chromiumArguments, findChromium } from '../../support/findChromium.ts';
import { watchComplaints } from './complaints.ts';

/** The built application. */
export const dist = join(import.meta.dirname, '../../../dist');

/** No graphics card and no software WebGL. `--disable-3d-apis` would not affect workers. */
export const withoutWebgl = ['--disable-gpu', '--disable-software-rasterizer'];

/** How to open the application, in addition to Playwright's options (viewport, hasTouch, …). */
export interface OpenOptions extends BrowserContextOptions {
  /** The part after the address: a query, a hash; the article’s experiment where it is left out. */
  readonly path?: string;
  /** Another address of the server, such as a name that the browser is told to resolve to it. */
  readonly origin?: string;
  /** More arguments for Chromium, such as `withoutWebgl`. */
  readonly browserArguments?: readonly string[];
  /** Complaints that the test causes on purpose. */
  readonly tolerated?: readonly RegExp[];
  /** Runs before the page is loaded; for scripts and routes. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens the built application in a new page. May be called more than once in a test. */
export type Open = (options?: OpenOptions) => Promise<Page>;

/**
 * `it`, with the built application. When the test ends, it fails if any page complained: an error
 * or a warning in the console, an uncaught error, a failed request, a request to another machine.
 */
export const it = baseTest
  .extend('server', { scope: 'file' }, async ({}, { onCleanup }): Promise<StaticServer> => {
    if (!existsSync(join(dist, 'index.html'))) {
      throw new Error(
        'The end-to-end tests need the built application: run "npm run build" first.',
      );
    }
    const server = await startStaticServer(dist, { host: '127.0.0.1', port: 0 });
    onCleanup(() => server.close());
    return server;
  })
  .extend('browsers', { scope: 'file' }, ({}, { onCleanup }): Map<string, Promise<Browser>> => {
    const browsers = new Map<string, Promise<Browser>>();
    onCleanup(async () => {
      for (const browser of browsers.values()) await (await browser).close();
    });
    return browsers;
  })
  .extend('open', ({ server, browsers }, { onCleanup }): Open => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
      expect(complaints, 'what the pages complained of').toEqual([]);
    });
    return async ({
      path = '#data=linear',
      origin,
      browserArguments = [],
      tolerated = [],
      prepare,
      ...options
    } = {}) => {
      const browser = await launched(browsers, browserArguments);
      const context = await browser.newContext(options);
      contexts.push(context);
      const address = origin ?? server.addresses.local;
      await watchComplaints(context, new URL(address).origin, (complaint) => {
        if (!tolerated.some((pattern) => pattern.test(complaint))) complaints.push(complaint);
      });
      const page = await context.newPage();
      await prepare?.(page);
      await page.goto(new URL(path, address).href);
      return page;
    };
  });

/** One Chromium for all pages with the same arguments. */
function launched(browsers: Map<string, Promise<Browser>>, more: readonly string[]) {
  const key = more.join(' ');
  const browser =
    browsers.get(key) ??
    chromium.launch({ executablePath: findChromium(), args: [...chromiumArguments, ...more] });
  browsers.set(key, browser);
  return browser;
}
