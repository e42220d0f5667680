import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { largestFile, readSampleFile } from '../../src/cli/sampleFile.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const uninterrupted = new AbortController().signal;

function read(folder: string, name: string, interrupted = uninterrupted) {
  return readSampleFile({ folder, name }, interrupted);
}

/** A pipe with a name. */
function pipeIn(folder: string): string {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

describe('readSampleFile', () => {
  it('reads a file of many pieces, and characters that are cut in two', async () => {
    // A true minus has three bytes, so that some are at the end of a piece.
    const folder = temporaryFolder({ 'a.csv': '1,−0.5,2\n'.repeat(100_000) });
    const { points, labels } = await read(folder, 'a.csv');
    expect(labels).toHaveLength(100_000);
    expect(points.every((value, i) => value === (i % 2 === 0 ? -0.5 : 2))).toBe(true);
  });

  it('reads UTF-16 with either end first, with a mark or without', async () => {
    const folder = temporaryFolder();
    const little = Buffer.from('\ufeffé,0.5,−1\r\nb,2,3\r\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    const files = { little, big, bare: Buffer.from('0,0.5,-1\n'.repeat(9), 'utf16le') };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const expected = { classNames: ['b', 'é'], points: Float64Array.of(0.5, -1, 2, 3) };
    expect(await read(folder, 'little')).toMatchObject(expected);
    expect(await read(folder, 'big')).toMatchObject(expected);
    expect((await read(folder, 'bare')).labels).toHaveLength(9);
  });

  it('reads a pipe to its end', async () => {
    const folder = temporaryFolder();
    const path = pipeIn(folder);
    const samples = read(folder, 'pipe');
    const writer = await open(path, 'w');
    await writer.writeFile('0,1,2\n'.repeat(50_000));
    await writer.close();
    expect((await samples).labels).toHaveLength(50_000);
  });

  it.each([
    ['none.csv', 'none.csv: there is no such file or folder.'],
    ['.', '.: expected a file, got a folder.'],
    ['loop', 'loop: the links lead round in a circle.'],
    ['a.csv/b', 'a.csv/b: expected a folder, got a file.'],
    ['\u001b[2J', String.raw`"\u001b[2J": there is no such file or folder.`],
    ['x'.repeat(300), `"${'x'.repeat(200)}…": the name is too long.`],
  ])('says what is wrong with %j', async (name, sentence) => {
    const folder = temporaryFolder({ 'a.csv': '0,1,2\n' });
    symlinkSync('loop', join(folder, 'loop'));
    await expect(read(folder, name)).rejects.toThrow(sentence);
  });

  it('refuses a file that is too large, without reading it', async () => {
    const folder = temporaryFolder({ 'a.csv': '' });
    truncateSync(join(folder, 'a.csv'), largestFile + 1);
    await expect(read(folder, 'a.csv')).rejects.toThrow(
      'a.csv: expected at most 200 MB, got more.',
    );
  });

  it('stops reading what has no end', async () => {
    await expect(read('/', 'dev/zero')).rejects.toThrow(
      'dev/zero, line 1: expected at least three columns',
    );
  });

  it('stops reading where the start of an endless pipe is no table', async () => {
    const folder = temporaryFolder();
    const path = pipeIn(folder);
    const endless = spawn('sh', ['-c', 'exec yes faulty >"$1"', 'sh', path]);
    const ended = new Promise((settle) => endless.once('close', (_code, signal) => settle(signal)));
    await expect(read(folder, 'pipe')).rejects.toThrow(/^pipe, line 1: expected at least three/);
    expect(await ended).toBe('SIGPIPE');
  });

  it('can be interrupted while it waits, before and after something came', async () => {
    const folder = temporaryFolder();
    const path = pipeIn(folder);
    const first = new AbortController();
    const reading = read(folder, 'pipe', first.signal);
    first.abort('SIGINT');
    await expect(reading).rejects.toThrow('Interrupted while reading pipe.');

    const second = new AbortController();
    const continued = read(folder, 'pipe', second.signal);
    const writer = await open(path, 'w');
    await writer.writeFile('0,1,2\n'.repeat(20_000)); // more than a pipe holds
    second.abort('SIGTERM');
    await expect(continued).rejects.toMatchObject({ name: 'InterruptedError', exitCode: 143 });
    await writer.close();
  });

  it('does not begin once it is interrupted', async () => {
    const folder = temporaryFolder({ 'a.csv': '0,1,2\n' });
    await expect(read(folder, 'a.csv', AbortSignal.abort('SIGINT'))).rejects.toThrow('Interrupted');
  });
});
