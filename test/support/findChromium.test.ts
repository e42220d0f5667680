import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Machine } from './findChromium.ts';
import { locateChromium, thisMachine } from './findChromium.ts';
import { temporaryFolder } from './temporaryFolder.ts';

function machine(programs: readonly string[], rest: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    environment: {},
    isProgram: (path) => programs.includes(path),
    playwrightPath: '/cache/playwright/chrome',
    ...rest,
  };
}

describe('the search for a Chromium', () => {
  it('takes a program named in the environment first', () => {
    const programs = ['/mine/chrome', '/other/chrome', '/usr/bin/chromium'];
    const environment = { EDGEWISE_CHROMIUM: '/mine/chrome', CHROME_PATH: '/other/chrome' };
    expect(locateChromium(machine(programs, { environment }))).toBe('/mine/chrome');
    expect(
      locateChromium(machine(programs, { environment: { CHROME_PATH: '/other/chrome' } })),
    ).toBe('/other/chrome');
  });

  it('refuses a variable that names no program', () => {
    const environment = { EDGEWISE_CHROMIUM: '/gone' };
    expect(() => locateChromium(machine(['/usr/bin/chromium'], { environment }))).toThrow(
      'Expected EDGEWISE_CHROMIUM to name a browser\'s program file, got "/gone".',
    );
  });

  it('tries the names on PATH, Chromium before Chrome', () => {
    const programs = ['/a/google-chrome', '/b/chromium'];
    const environment = { PATH: '/a:/b' };
    expect(locateChromium(machine(programs, { environment }))).toBe('/b/chromium');
  });

  it.each([
    ['linux', {}, '/snap/bin/chromium'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    [
      'darwin',
      { HOME: '/Users/ada' },
      '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'win32',
      { PROGRAMFILES: 'C:\\Program Files' },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  ] as const)('knows the usual places of %s', (platform, environment, path) => {
    expect(locateChromium(machine([path], { platform, environment }))).toBe(path);
  });

  it("takes Playwright's own download last, and returns undefined if there is none", () => {
    expect(locateChromium(machine(['/cache/playwright/chrome']))).toBe('/cache/playwright/chrome');
    expect(locateChromium(machine([]))).toBeUndefined();
  });

  it('takes only an executable file', () => {
    const folder = temporaryFolder({ 'bin/chromium': '#!/bin/sh\n' });
    const path = join(folder, 'bin/chromium');
    const search = () => locateChromium(thisMachine({ EDGEWISE_CHROMIUM: path }));
    chmodSync(path, 0o644);
    expect(search).toThrow(path);
    chmodSync(path, 0o755);
    expect(search()).toBe(path);
  });
});
