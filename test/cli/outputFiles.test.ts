import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkOutputFile,
  checkOutputFolder,
  makeFolder,
  writeWhole,
} from '../../src/cli/outputFiles.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

describe('checkOutputFile', () => {
  it('accepts a new file and an existing one', () => {
    const folder = temporaryFolder({ 'old.csv': '' });
    expect(() => checkOutputFile('old.csv', join(folder, 'old.csv'))).not.toThrow();
    expect(() => checkOutputFile('new.csv', join(folder, 'new.csv'))).not.toThrow();
  });

  it('refuses a folder, and a path without an existing folder', () => {
    const folder = temporaryFolder({ 'a.csv': '' });
    expect(() => checkOutputFile('out', folder)).toThrow('out: expected a file, got a folder.');
    for (const place of ['nowhere', 'a.csv']) {
      expect(() => checkOutputFile('p', join(folder, place, 'p.csv'))).toThrow(
        'p: there is no folder to write it in.',
      );
    }
  });
});

describe('checkOutputFolder', () => {
  it('accepts a folder, and a path that can become one', () => {
    const folder = temporaryFolder();
    expect(() => checkOutputFolder('.', folder)).not.toThrow();
    expect(() => checkOutputFolder('a/b', join(folder, 'a', 'b'))).not.toThrow();
  });

  it('refuses a file, and a path below a file', () => {
    const folder = temporaryFolder({ 'a.csv': '' });
    for (const path of ['a.csv', join('a.csv', 'b', 'c')]) {
      expect(() => checkOutputFolder('out', join(folder, path))).toThrow(
        'out: expected a folder, got a file.',
      );
    }
  });
});

describe('writeWhole', () => {
  it('replaces the old file and leaves no other', () => {
    const folder = temporaryFolder({ 'a.csv': 'a much longer text than the new one' });
    writeWhole('a.csv', join(folder, 'a.csv'), 'new');
    writeWhole('b.bin', join(folder, 'b.bin'), new Uint8Array([1, 2]));
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
    expect([...readFileSync(join(folder, 'b.bin'))]).toEqual([1, 2]);
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.bin']);
  });

  it('leaves the old content if it cannot be replaced', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    expect(() => writeWhole('a', join(folder, 'a'), 'new')).toThrow(/^a: expected a file/);
    expect(() => writeWhole('b', join(folder, 'none', 'b'), 'new')).toThrow(
      'b: there is no such file or folder.',
    );
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('makeFolder', () => {
  it('makes all missing folders, and refuses a path below a file', () => {
    const folder = temporaryFolder({ 'a.csv': '' });
    makeFolder('x/y', join(folder, 'x', 'y'));
    makeFolder('x/y', join(folder, 'x', 'y'));
    expect(readdirSync(join(folder, 'x'))).toEqual(['y']);
    expect(() => makeFolder('out', join(folder, 'a.csv', 'y'))).toThrow(
      'out: expected a folder, got a file.',
    );
  });
});
