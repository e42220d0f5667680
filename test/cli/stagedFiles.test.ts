import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StagedFiles } from '../../src/cli/stagedFiles.ts';
import { endOf, startCommand } from '../support/spawnProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const uninterrupted = new AbortController().signal;

function outputsIn(folder: string) {
  const staged = new StagedFiles();
  const output = (name: string) => {
    return { option: 'save', name, path: join(folder, name), makesFolders: true };
  };
  return {
    staged,
    write: (name: string, content: Iterable<string | Uint8Array>, interrupted = uninterrupted) =>
      staged.write(output(name), content, interrupted),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    names: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(),
  };
}

describe('staged files', () => {
  it('are in their places after the commit, and not before', async () => {
    const { staged, write, read, names } = outputsIn(temporaryFolder({ a: 'a longer old text' }));
    await write('a', ['n', 'e', 'w']);
    await write('deep/er/b', [new Uint8Array([104, 105])]);
    expect(read('a')).toBe('a longer old text');
    expect(names()).not.toContain('deep/er/b');
    staged.commit();
    expect([read('a'), read('deep/er/b')]).toEqual(['new', 'hi']);
    expect(names()).toEqual(['a', 'deep', 'deep/er', 'deep/er/b']);
  });

  it('leave nothing when they are discarded, and what others made meanwhile', async () => {
    const folder = temporaryFolder({ a: 'old' });
    const { staged, write, read, names } = outputsIn(folder);
    await write('a', ['new']);
    await write('b/c/d', ['new']);
    await write('b/e', ['new']);
    await write('f/g', ['new']);
    mkdirSync(join(folder, 'f', 'of another'));
    staged.discard();
    expect(read('a')).toBe('old');
    expect(names()).toEqual(['a', 'f', 'f/of another']);
  });

  it('are all as they were where the last cannot be put in its place', async () => {
    const folder = temporaryFolder({ a: 'old' });
    const { staged, write, read, names } = outputsIn(folder);
    await write('a', ['new']);
    await write('b', ['new']);
    await write('c', ['new']);
    mkdirSync(join(folder, 'c'));
    expect(() => staged.commit()).toThrow('c: expected a file, got a folder.');
    staged.discard();
    expect(read('a')).toBe('old');
    expect(names()).toEqual(['a', 'c']);
  });

  it('are not written to the end once they are interrupted', async () => {
    const { staged, write, names } = outputsIn(temporaryFolder());
    const interruption = new AbortController();
    function* content() {
      yield 'first';
      interruption.abort('SIGTERM');
      yield 'second';
      throw new Error('expected no third piece to be asked for');
    }
    await expect(write('a/b', content(), interruption.signal)).rejects.toBe('SIGTERM');
    expect(names()).toHaveLength(2);
    staged.discard();
    expect(names()).toEqual([]);
  });

  it('replace what a link leads to, and the link stays', async () => {
    const folder = temporaryFolder({ 'real/a': 'old' });
    symlinkSync('real/a', join(folder, 'link'));
    symlinkSync('real/b', join(folder, 'link to new'));
    const { staged, write, read, names } = outputsIn(folder);
    await write('link', ['new']);
    await write('link to new', ['newer']);
    staged.commit();
    expect(readlinkSync(join(folder, 'link'))).toBe('real/a');
    expect([read('real/a'), read('real/b')]).toEqual(['new', 'newer']);
    expect(names()).toEqual(['link', 'link to new', 'real', 'real/a', 'real/b']);
  });

  it.each([0o600, 0o640, 0o666, 0o755])('keep the mode %o', async (mode) => {
    const folder = temporaryFolder({ a: 'old' });
    chmodSync(join(folder, 'a'), mode);
    const { staged, write } = outputsIn(folder);
    await write('a', ['new']);
    staged.commit();
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(mode);
  });

  it('get the usual mode where they are new', async () => {
    const folder = temporaryFolder({ usual: '' });
    const { staged, write } = outputsIn(folder);
    await write('a', ['new']);
    staged.commit();
    expect(statSync(join(folder, 'a')).mode).toBe(statSync(join(folder, 'usual')).mode);
  });

  it.runIf(process.getuid?.() === 0)('keep their owner', async () => {
    const folder = temporaryFolder({ a: 'old' });
    chownSync(join(folder, 'a'), 65_534, 65_533);
    const { staged, write } = outputsIn(folder);
    await write('a', ['new']);
    staged.commit();
    expect(statSync(join(folder, 'a'))).toMatchObject({ uid: 65_534, gid: 65_533 });
  });

  it('name the file that cannot be written', async () => {
    const { write } = outputsIn(temporaryFolder({ a: '' }));
    await expect(write('a/b', ['new'])).rejects.toThrow('a/b: expected a folder, got a file.');
  });

  it('are removed where the program ends at once', async () => {
    const folder = temporaryFolder({ a: 'old' });
    const module = resolve(import.meta.dirname, '../../src/cli/stagedFiles.ts');
    const script = `
      const { StagedFiles } = await import(${JSON.stringify(module)});
      const staged = new StagedFiles();
      const file = { option: 'save', name: 'a', path: 'b/c', makesFolders: true };
      await staged.write(file, ['new'], new AbortController().signal);
      await staged.write({ ...file, path: 'a' }, ['new'], new AbortController().signal);
      console.log((await import('node:fs')).readdirSync('.').length);
      process.exit(130);`;
    const words = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
    const child = startCommand([process.execPath, ...words], {
      cwd: folder,
      env: { TSX_DISABLE_CACHE: '1' },
    });
    expect(await endOf(child)).toEqual({ code: 130, stdout: '3\n', stderr: '' });
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
  });
});
