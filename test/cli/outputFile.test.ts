import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkOutputFile } from '../../src/cli/outputFile.ts';
import { asUser } from '../support/asUser.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

function check(folder: string, name: string, makesFolders = false): void {
  checkOutputFile({ option: 'save', name, path: join(folder, name), makesFolders });
}

describe('checkOutputFile', () => {
  it('accepts a new file, an old one, and links to both', () => {
    const folder = temporaryFolder({ 'old.csv': 'old' });
    symlinkSync('old.csv', join(folder, 'link'));
    symlinkSync('new.csv', join(folder, 'link to new'));
    for (const name of ['old.csv', 'new.csv', 'link', 'link to new']) {
      expect(() => check(folder, name)).not.toThrow();
    }
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('accepts folders that are missing where they are made, and only there', () => {
    const folder = temporaryFolder();
    expect(() => check(folder, 'a/b/c', true)).not.toThrow();
    expect(() => check(folder, 'a/c')).toThrow('a/c: there is no folder to write it in.');
  });

  it('refuses a folder, and what is below a file', () => {
    const folder = temporaryFolder({ 'a.csv': '' });
    mkdirSync(join(folder, 'out'));
    expect(() => check(folder, 'out')).toThrow('out: expected a file, got a folder.');
    expect(() => check(folder, 'a.csv/b')).toThrow('a.csv/b: there is no folder to write it in.');
    expect(() => check(folder, 'a.csv/b/c', true)).toThrow(
      'a.csv/b/c: expected a folder, got a file.',
    );
  });

  it('refuses a pipe, a socket, and links to them', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('pipe', join(folder, 'link'));
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((done) => server.listen(join(folder, 'socket'), done));
    for (const name of ['pipe', 'link', 'socket']) {
      expect(() => check(folder, name)).toThrow(
        `${name}: expected a regular file, got a pipe or a device.`,
      );
    }
  });

  it('refuses links that lead round in a circle', () => {
    const folder = temporaryFolder();
    symlinkSync('loop', join(folder, 'loop'));
    expect(() => check(folder, 'loop')).toThrow('loop: the links lead round in a circle.');
    expect(() => check(folder, 'loop/a', true)).toThrow('loop/a: the links lead round');
  });

  it('shows names in which nothing acts on a terminal', () => {
    expect(() => check(temporaryFolder(), '\u001b[2J/p.csv')).toThrow(
      String.raw`"\u001b[2J/p.csv": there is no folder`,
    );
  });

  it.runIf(process.geteuid?.() === 0)('refuses the file of another user', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'p.csv');
    writeFileSync(file, '');
    chmodSync(folder, 0o777);
    chmodSync(file, 0o666);
    asUser(65_534, () => {
      expect(() => check(folder, 'p.csv')).toThrow(
        'p.csv: only the user to whom this file belongs can replace it.',
      );
      expect(() => check(folder, 'new.csv')).not.toThrow();
    });
  });
});
