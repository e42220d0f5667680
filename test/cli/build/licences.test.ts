import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { licences } from '../../../src/cli/build/licences.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

interface Sketch {
  readonly license?: string;
  readonly code?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const isc = 'Copyright 2001 A. Person\n\nPermission to use it.';

/** The files of a package in node_modules. */
function installed(name: string, { license = 'ISC', code, files = { LICENSE: isc } }: Sketch = {}) {
  const all = {
    'package.json': JSON.stringify({ name, version: '1.2.3', main: 'main.js', license }),
    'main.js': code ?? `export const used = () => console.log('${name}');`,
    ...files,
  };
  return Object.fromEntries(
    Object.entries(all).map(([path, text]) => [join('node_modules', name, path), text]),
  );
}

/** Builds a page with a worker, and gives the text of the third-party licences. */
async function built(files: Record<string, string>): Promise<string> {
  const root = temporaryFolder({
    LICENSE: 'Apache License, the text\n',
    'index.html': '<!doctype html><script type="module" src="./main.js"></script>',
    'main.js': "import { used } from 'direct'; used();",
    ...files,
  });
  const licence = licences(join(root, 'LICENSE'));
  await build({
    ...{ root, configFile: false, logLevel: 'silent', plugins: [licence.page] },
    worker: { format: 'es', plugins: () => [licence.worker()] },
  });
  expect(readFileSync(join(root, 'dist/LICENSE.txt'), 'utf8')).toBe('Apache License, the text\n');
  return readFileSync(join(root, 'dist/third-party-licences.txt'), 'utf8');
}

/** The packages that the text lists at its beginning. */
function listed(text: string): string[] {
  return (text.split('\n\n')[1] ?? '').split('\n');
}

describe('the licences of third parties', () => {
  it('are those of packages with code in a page or a worker, and of no others', async () => {
    const text = await built({
      'main.js': `import { used } from 'direct';
        import 'unused';
        used();
        import('later').then(({ used }) => used());
        new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });`,
      'worker.js': "import { used } from '@scope/inWorker'; used();",
      ...installed('direct', { code: "export { used } from 'indirect';" }),
      ...installed('indirect'),
      ...installed('later'),
      ...installed('@scope/inWorker'),
      ...installed('unused', { code: 'export const unused = 1;' }),
      ...installed('absent'),
    });
    const names = listed(text).filter((line) => !/^(?:vite|rolldown) /.test(line));
    expect(names).toEqual([
      '@scope/inWorker 1.2.3 (ISC)',
      'indirect 1.2.3 (ISC)',
      'later 1.2.3 (ISC)',
    ]);
  });

  it('name the packages whose helpers the build adds', async () => {
    const text = await built(installed('direct'));
    expect(listed(text)).toContainEqual(expect.stringMatching(/^vite \d/));
    expect(text).toContain('VoidZero Inc. and Vite contributors');
    expect(text).not.toContain('Bundled dependencies');
  });

  it('are given in full, once for packages that share a text', async () => {
    const text = await built({
      'main.js': `import { used } from 'direct';
        import { used as second } from 'second';
        import { used as third } from 'third';
        used(second(third()));`,
      ...installed('direct'),
      ...installed('second'),
      ...installed('third', { files: { 'license.md': isc, 'NOTICE.txt': 'Made by many.' } }),
    });
    expect(text).toContain(`direct 1.2.3 (ISC)\nsecond 1.2.3 (ISC)\n\n${isc}\n`);
    expect(text).toContain(`third 1.2.3 (ISC)\n\nMade by many.\n\n${isc}\n`);
    expect(text.split(isc)).toHaveLength(3);
  });

  it('are the copyright lines and the text of Apache-2.0 where a package brings no file', async () => {
    const code = '/**\n * Copyright 2018 Somebody.\n */\nexport const used = () => console.log(1);';
    const text = await built(installed('direct', { license: 'Apache-2.0', code, files: {} }));
    expect(text).toContain(
      'direct 1.2.3 (Apache-2.0)\n\nCopyright 2018 Somebody.\n\nApache License, the text\n',
    );
  });

  it('are the copyright lines and the text of MIT where a package brings no file', async () => {
    const code = '/*\nCopyright 2019 Somebody.\n*/\nexport const used = () => console.log(1);';
    const text = await built(installed('direct', { license: 'MIT', code, files: {} }));
    expect(text).toContain(
      'direct 1.2.3 (MIT)\n\nCopyright 2019 Somebody.\n\nPermission is hereby granted, free of charge',
    );
  });

  it('fail a build with a package whose text is nowhere', async () => {
    const building = built(installed('direct', { license: 'MIT', files: {} }));
    await expect(building).rejects.toThrow(
      'direct 1.2.3 (MIT) has no file with the text of its licence.',
    );
  });
});
