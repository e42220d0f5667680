import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../src/cli/replaceFile.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const contentOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('replaceFile', () => {
  it('replaces an old file for good', () => {
    const folder = temporaryFolder({ a: 'old', partial: 'new' });
    replaceFile(join(folder, 'a'), join(folder, 'partial')).forget();
    expect(contentOf(folder)).toEqual({ a: 'new' });
  });

  it('takes that back', () => {
    const folder = temporaryFolder({ a: 'old', partial: 'new' });
    replaceFile(join(folder, 'a'), join(folder, 'partial')).undo();
    expect(contentOf(folder)).toEqual({ a: 'old' });
  });

  it('puts a new file in its place for good, or takes that back', () => {
    const folder = temporaryFolder({ partial: 'new', other: 'new' });
    replaceFile(join(folder, 'a'), join(folder, 'partial')).forget();
    replaceFile(join(folder, 'b'), join(folder, 'other')).undo();
    expect(contentOf(folder)).toEqual({ a: 'new' });
  });

  it('leaves all as it was where it cannot', () => {
    const folder = temporaryFolder({ a: 'old' });
    expect(() => replaceFile(join(folder, 'a'), join(folder, 'none'))).toThrow(/ENOENT/);
    expect(contentOf(folder)).toEqual({ a: 'old' });
    mkdirSync(join(folder, 'b'));
    expect(() => replaceFile(join(folder, 'b'), join(folder, 'a'))).toThrow(/EISDIR/);
    expect(readdirSync(folder)).toEqual(['a', 'b']);
  });
});
