import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { chromiumArguments, locateChromium } from './test/support/findChromium.ts';
import viteConfig from './vite.config.ts';

// Which test runs where:
//   test/browser/**/*.test.ts and **/*.browser.test.ts   in Chromium        --project browser
//   test/e2e/**/*.test.ts   in Node, driving the built application          --project e2e
//   every other test/**/*.test.ts   in Node, without a DOM                  --project unit
// A suite for both (test/contract/) is a function which a unit and a browser test file call.
const inChromium = ['test/browser/**/*.test.ts', 'test/**/*.browser.test.ts'];
const onTheBuild = ['test/e2e/**/*.test.ts'];

// Limits of what hangs, not of what is slow: in milliseconds, for a machine busy with other work.
// Vitest's own (5 s for a test, 1 s for a poll) are too short for a test that starts a process.
const pollLimit = 30_000;
const testLimit = 60_000;
const e2eLimit = 240_000;

const program = locateChromium();

const tests = defineConfig({
  test: {
    root: import.meta.dirname,
    expect: { requireAssertions: true, poll: { timeout: pollLimit } },
    testTimeout: testLimit,
    hookTimeout: testLimit,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // No process of its own for each file: that took half of the time.
          isolate: false,
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
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(program && { executablePath: program }),
                args: chromiumArguments,
              },
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
          // Half of the time they wait; more than two pages at once would be in each other's way.
          maxWorkers: 2,
          testTimeout: e2eLimit,
          hookTimeout: e2eLimit,
        },
      },
    ],
  },
});

export default mergeConfig(viteConfig, tests);
