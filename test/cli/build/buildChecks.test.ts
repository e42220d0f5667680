import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { describe, expect, it } from 'vitest';
import { keepTfjsApart, limitStart } from '../../../src/cli/build/buildChecks.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** Builds a page out of these files, and gives the message of what stopped it. */
async function complaintAbout(files: Record<string, string>, plugin: Plugin): Promise<string> {
  const root = temporaryFolder({
    'index.html': '<!doctype html><script type="module" src="./main.js"></script>',
    ...files,
  });
  try {
    await build({ root, configFile: false, logLevel: 'silent', plugins: [plugin] });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the limit of what a page needs to start', () => {
  const files = {
    'main.js': 'console.log("here"); import("./later.js");',
    'later.js': `console.log(${JSON.stringify(Array.from({ length: 999 }, (_, i) => i * i))});`,
  };
  const limited = (startLimit: number, folder = '') =>
    limitStart([{ name: 'first', label: 'First', folder, startLimit, allows: {} }]);

  it('lets a build pass that keeps it, whatever comes later', async () => {
    expect(await complaintAbout(files, limited(3000))).toBe('');
  });

  it('names each file of a build that does not', async () => {
    const complaint = await complaintAbout(files, limited(100));
    expect(complaint).toMatch(
      /The page First needs \d\.\d kB before it works, more than its limit of 0\.1 kB:/,
    );
    expect(complaint).toMatch(/\d kB \/index\.html\n.*\d kB \/assets\/index-.+\.js/);
    expect(complaint).not.toContain('later');
  });

  it('refuses a build without one of the pages', async () => {
    expect(await complaintAbout(files, limited(3000, 'missing/'))).toContain(
      'The page First was not built: /missing/index.html is missing.',
    );
  });
});

describe('tfjs', () => {
  const tfjs = join('node_modules', '@tensorflow', 'tfjs-core', 'index.js');
  const files = {
    [tfjs]: 'export const tensor = () => console.log("tensor");',
    'main.js': `import { tensor } from './${tfjs}'; tensor();`,
  };

  it('may not share a file with anything of ours', async () => {
    expect(await complaintAbout(files, keepTfjsApart())).toMatch(
      /assets\/index-.+\.js holds tfjs together with .*main\.js\./,
    );
  });

  it('may have a file to itself', async () => {
    const apart = { ...files, 'main.js': `import('./${tfjs}').then(({ tensor }) => tensor());` };
    expect(await complaintAbout(apart, keepTfjsApart())).toBe('');
  });
});
