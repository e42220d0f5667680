import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { buildApplication } from '../../../src/cli/build/buildApplication.ts';
import { BuildFailure } from '../../../src/cli/build/buildFailure.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const silent = () => undefined;

/** Each test builds several times. */
const patience = { timeout: 60_000 };

const script = (text: string) => `document.title = ${JSON.stringify(text)};`;

/** A checkout with an application of one script. */
const checkout = (text: string) => ({
  'src/app/index.html':
    '<!doctype html><title>Small</title><script type="module" src="./a.js"></script>',
  'src/app/a.js': text,
  'package.json': '{ "type": "module" }',
  'vite.config.ts': 'export default { root: `${import.meta.dirname}/src/app` };',
});

const assets = (root: string) => readdirSync(join(root, 'dist/assets')).sort();

/** Changes the script, builds, and gives the name of the built script that is new. */
async function buildWith(root: string, text: string): Promise<string> {
  const before = existsSync(join(root, 'dist')) ? assets(root) : [];
  writeFileSync(join(root, 'src/app/a.js'), script(text));
  await buildApplication(root, silent);
  const added = assets(root).filter((name) => !before.includes(name));
  expect(added).toHaveLength(1);
  return added[0] ?? '';
}

describe('a build', patience, () => {
  it('is made again exactly when a source has changed', async () => {
    const files = checkout(script('first'));
    const root = temporaryFolder(files);
    let builds = 0;
    const build = () => buildApplication(root, () => builds++);
    expect(await build()).toBe(join(root, 'dist'));
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toContain('<title>Small</title>');
    await build();
    expect(builds).toBe(1);

    mkdirSync(join(root, 'data'));
    const config = `${files['vite.config.ts']} // changed`;
    const changes = { 'src/app/a.js': '', 'src/added.css': '', 'data/a.csv': '', LICENSE: '' };
    let expected = 1;
    for (const [path, content] of Object.entries({ ...changes, 'vite.config.ts': config })) {
      writeFileSync(join(root, path), content);
      await build();
      expect(builds, path).toBe(++expected);
      await build();
      expect(builds, path).toBe(expected);
    }
  });

  it('is made again when one of its files is missing or damaged', async () => {
    const root = temporaryFolder(checkout(script('first')));
    const index = join(root, 'dist/index.html');
    await buildApplication(root, silent);
    const [built = ''] = assets(root);
    const asset = join(root, 'dist/assets', built);
    const whole = [index, asset].map((path) => readFileSync(path, 'utf8'));
    const stamp = join(root, 'dist/.build.json');
    const damages = [
      () => rmSync(asset),
      () => rmSync(join(root, 'dist/assets'), { recursive: true }),
      () => writeFileSync(index, 'half a pa'),
      () => writeFileSync(asset, ''),
      () => rmSync(stamp),
      () => writeFileSync(stamp, '{"sources":'),
      () => writeFileSync(stamp, '{"sources":1,"files":[],"kept":{}}'),
    ];
    for (const damage of damages) {
      damage();
      let builds = 0;
      await buildApplication(root, () => builds++);
      expect(builds, damage.toString()).toBe(1);
      expect([index, asset].map((path) => readFileSync(path, 'utf8'))).toEqual(whole);
    }
  });

  it('is for production, whatever the environment says', async () => {
    const environment = process.env.NODE_ENV;
    expect(environment).not.toBe('production');
    const root = temporaryFolder(
      checkout('document.title = import.meta.env.PROD ? "for people" : "for developers";'),
    );
    await buildApplication(root, silent);
    const [built = ''] = assets(root);
    expect(readFileSync(join(root, 'dist/assets', built), 'utf8')).toContain('for people');
    expect(process.env.NODE_ENV).toBe(environment);
  });
});

describe('a process that has built', patience, () => {
  it('is as small as before', async () => {
    const root = temporaryFolder(checkout(script('first')));
    const program = `
      const { buildApplication } = await import(process.argv[1]);
      const before = process.memoryUsage().rss;
      await buildApplication(process.argv[2], () => undefined);
      console.log((process.memoryUsage().rss - before) / 1e6);`;
    const words = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const module = join(import.meta.dirname, '../../../src/cli/build/buildApplication.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [...words, module, root]);
    // 0.5 MB; with Vite in the same process it is 73 MB for these files, and 690 MB for ours.
    expect(Number(stdout)).toBeLessThan(30);
    expect(assets(root)).toHaveLength(1);
  });
});

describe('the folder of built files', patience, () => {
  it('keeps the hashed files of the build before, and no older ones', async () => {
    const root = temporaryFolder(checkout(''));
    const first = await buildWith(root, 'first');
    const second = await buildWith(root, 'second');
    expect(assets(root)).toEqual([first, second].sort());
    const third = await buildWith(root, 'third');
    expect(assets(root)).toEqual([second, third].sort());
  });

  it('keeps them also when the newest build is repaired', async () => {
    const root = temporaryFolder(checkout(''));
    const first = await buildWith(root, 'first');
    const second = await buildWith(root, 'second');
    writeFileSync(join(root, 'dist/index.html'), 'damaged');
    await buildApplication(root, silent);
    expect(assets(root)).toEqual([first, second].sort());
  });

  it('keeps the hashed files of a build without a stamp', async () => {
    const root = temporaryFolder({
      ...checkout(script('first')),
      'dist/assets/old-1a2b3c4d.js': 'old',
      'dist/old.html': 'old',
    });
    await buildApplication(root, silent);
    expect(assets(root)).toContain('old-1a2b3c4d.js');
    expect(existsSync(join(root, 'dist/old.html'))).toBe(false);
  });

  it('leaves a file alone that has not changed, so that browsers need not fetch it again', async () => {
    const root = temporaryFolder(checkout(''));
    const first = await buildWith(root, 'first');
    const path = join(root, 'dist/assets', first);
    const time = statSync(path).mtimeMs;
    writeFileSync(join(root, 'src/unused.txt'), 'changed');
    await buildApplication(root, silent);
    expect(statSync(path).mtimeMs).toBe(time);
  });

  it('has always a page all of whose files are there', async () => {
    const root = temporaryFolder(checkout(''));
    await buildWith(root, 'first');
    writeFileSync(join(root, 'src/app/a.js'), script('second'));
    const progress = { ended: false };
    const building = buildApplication(root, silent).finally(() => (progress.ended = true));
    const seen = new Set<string>();
    while (!progress.ended) {
      const page = readFileSync(join(root, 'dist/index.html'), 'utf8');
      const address = /src="\/(assets\/[^"]+)"/.exec(page)?.[1] ?? 'none';
      expect(existsSync(join(root, 'dist', address)), address).toBe(true);
      seen.add(address);
      await wait(1);
    }
    await building;
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).not.toContain(Array.from(seen)[0]);
  });

  it('is right after several starts at once', async () => {
    for (const delay of [0, 50, 300]) {
      const root = temporaryFolder(checkout(script('first')));
      const starts = Array.from({ length: 3 }, async (_, i) => {
        await wait(i * delay);
        return buildApplication(root, silent);
      });
      expect(await Promise.all(starts)).toEqual(Array(3).fill(join(root, 'dist')));
      expect(assets(root)).toHaveLength(1);
      let builds = 0;
      await buildApplication(root, () => builds++);
      expect(builds).toBe(0);
      expect(readdirSync(join(root, 'dist')).sort()).toEqual([
        ...['.build.json', 'assets', 'index.html'],
      ]);
    }
  });

  it('is cleared of what a killed build left an hour ago', async () => {
    const root = temporaryFolder({
      ...checkout(script('first')),
      'dist/.building-old/a': '',
      'dist/.building-new/a': '',
    });
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(join(root, 'dist/.building-old'), twoHoursAgo, twoHoursAgo);
    await buildApplication(root, silent);
    const names = readdirSync(join(root, 'dist')).filter((name) => name.startsWith('.building'));
    expect(names).toEqual(['.building-new']);
  });
});

describe('a build that fails', patience, () => {
  it('changes nothing, and shows what Vite says', async () => {
    const root = temporaryFolder(checkout(script('first')));
    await buildApplication(root, silent);
    const before = readFileSync(join(root, 'dist/.build.json'), 'utf8');
    writeFileSync(join(root, 'src/app/a.js'), 'let = ;');
    const building = buildApplication(root, silent);
    await expect(building).rejects.toThrow(BuildFailure);
    await expect(building).rejects.toThrow(/The build failed\.[^]*a\.js/);
    expect(readFileSync(join(root, 'dist/.build.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(root, 'dist')).sort()).toEqual([
      ...['.build.json', 'assets', 'index.html'],
    ]);
  });

  it('changes nothing when it is interrupted', async () => {
    const root = temporaryFolder(checkout(script('first')));
    const ending = new AbortController();
    const building = buildApplication(root, silent, ending.signal);
    ending.abort(); // the child has been started
    await expect(building).rejects.toThrow('The build was interrupted.');
    expect(readdirSync(join(root, 'dist'))).toEqual([]);
  });

  it('does not begin when it is interrupted before', async () => {
    const root = temporaryFolder(checkout(script('first')));
    const building = buildApplication(root, silent, AbortSignal.abort());
    await expect(building).rejects.toThrow('The build was interrupted.');
  });

  it('says so in a sentence when dist is a file', async () => {
    const root = temporaryFolder({ ...checkout(script('first')), dist: 'a file' });
    const building = buildApplication(root, silent);
    await expect(building).rejects.toThrow(BuildFailure);
    await expect(building).rejects.toThrow('dist: expected a folder, got a file.');
    expect(readFileSync(join(root, 'dist'), 'utf8')).toBe('a file');
  });
});
