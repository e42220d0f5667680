import { linkSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSameFile, isSamePlace, realPlace, statusOf } from '../../src/cli/realPlace.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

describe('realPlace', () => {
  it('follows links to a file, to a folder, and to what is missing yet', () => {
    const folder = temporaryFolder({ 'real/a.csv': '' });
    const at = (...names: string[]) => join(folder, ...names);
    symlinkSync('real/a.csv', at('file'));
    symlinkSync('real', at('folder'));
    symlinkSync('real/new.csv', at('new'));
    symlinkSync('../folder/newer.csv', at('real', 'newer'));
    expect(realPlace(at('file'))).toBe(at('real', 'a.csv'));
    expect(realPlace(at('folder', 'b.csv'))).toBe(at('real', 'b.csv'));
    expect(realPlace(at('new'))).toBe(at('real', 'new.csv'));
    expect(realPlace(at('folder', 'newer'))).toBe(at('real', 'newer.csv'));
    expect(realPlace(at('none', 'at', 'all'))).toBe(at('none', 'at', 'all'));
    expect(realPlace(at('file', 'below'))).toBe(at('real', 'a.csv', 'below'));
    expect(realPlace('/')).toBe('/');
  });

  it('throws for links that lead round in a circle', () => {
    const folder = temporaryFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(() => realPlace(join(folder, 'a'))).toThrow(/ELOOP/);
  });
});

it('two places are the same where they are one file by two names', () => {
  const folder = temporaryFolder({ a: 'same', b: 'same' });
  const at = (name: string) => join(folder, name);
  linkSync(at('a'), at('c'));
  expect(isSamePlace(at('a'), at('c'))).toBe(true);
  expect(isSamePlace(at('a'), at('b'))).toBe(false);
  expect(isSamePlace(at('none'), at('none'))).toBe(true);
  expect(isSamePlace(at('none'), at('neither'))).toBe(false);
  expect(isSameFile(statSync(at('a')), undefined)).toBe(false);
  expect(isSameFile(undefined, undefined)).toBe(false);
});

it('nothing is there below a file, and where nothing is', () => {
  const folder = temporaryFolder({ a: '' });
  mkdirSync(join(folder, 'b'));
  expect(statusOf(join(folder, 'a', 'below'))).toBeUndefined();
  expect(statusOf(join(folder, 'none'))).toBeUndefined();
  expect(statusOf(join(folder, 'b'))?.isDirectory()).toBe(true);
});
