import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { keepTfjsApart, limitStart } from './src/cli/build/buildChecks.ts';
import { compressFiles } from './src/cli/build/compressFiles.ts';
import { licences } from './src/cli/build/licences.ts';
import { pageEntries } from './src/cli/build/pageEntries.ts';
import { pages } from './src/pages/pages.ts';
import { chromiumArguments, locateChromium } from './test/support/findChromium.ts';

// Which test runs where:
//   test/browser/**/*.test.ts and **/*.browser.test.ts   in Chromium        --project browser
//   test/e2e/**/*.test.ts   in Node, driving the built application          --project e2e
//   every other test/**/*.test.ts   in Node, without a DOM                  --project unit
// A suite for both (test/contract/) is a function which a unit and a browser test file call.
const inChromium = ['test/browser/**/*.test.ts', 'test/**/*.browser.test.ts'];
const onTheBuild = ['test/e2e/**/*.test.ts'];

/** Asked for only where tests run: a build needs no browser. */
const browserPath = () => (process.env.VITEST === undefined ? undefined : locateChromium());

const checkout = import.meta.dirname;
const application = join(checkout, 'src/app');
const licence = licences(join(checkout, 'LICENSE'));

export default defineConfig({
  root: application,
  base: './',
  appType: 'mpa',
  plugins: [
    svelte({ configFile: false }),
    limitStart(pages),
    keepTfjsApart(),
    licence.page,
    compressFiles(),
  ],
  worker: {
    format: 'es',
    plugins: () => [keepTfjsApart(), licence.worker()],
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'tfjs', test: /node_modules\/@tensorflow\// }] },
      },
    },
  },
  // Named, so that the first use of one does not make Vite bundle again and reload the page.
  optimizeDeps: {
    include: [
      '@observablehq/plot',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-webgl',
      '@tensorflow/tfjs-backend-webgl/dist/base.js',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-layers',
      'd3',
    ],
  },
  build: {
    outDir: join(checkout, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700, // kB; tfjs is loaded by the worker, and only for WebGL
    rolldownOptions: {
      input: pageEntries(application, pages),
      checks: { bundlerTimings: false, pluginTimings: false },
    },
  },
  test: {
    root: checkout,
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...inChromium, ...onTheBuild],
        },
      },
      {
        extends: true,
        optimizeDeps: { include: ['@tensorflow/tfjs'] },
        test: {
          name: 'browser',
          include: inChromium,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: browserPath(), args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: onTheBuild,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
