import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  endOf,
  linearEvaluation,
  linearTraining,
  programWords,
  runToEnd,
  runWithoutRights,
  startCommand,
  startProgram,
} from '../support/spawnProgram.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const endless = ['train', linearTraining, '--epochs', '1000000'];

describe('the program', () => {
  it('prints one JSON object and nothing else', async () => {
    const line = ['run', '-s', 'edgewise', '--', 'train', 'data/linear-train.csv', '--json'];
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout } = await promisify(execFile)(npm, line, {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, npm_lifecycle_event: undefined, INIT_CWD: undefined },
    });
    expect(JSON.parse(stdout)).toMatchObject({ steps: 600, evaluation: null });
  });

  it('ends with exit code 2 and a sentence on standard error for wrong arguments', async () => {
    const { code, stdout, stderr } = await runToEnd(['train', 'none.csv'], {
      cwd: temporaryFolder(),
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('none.csv: there is no such file or folder.\n');
  });

  it('keeps no code in the folder for temporary files, where others could change it', async () => {
    const folder = temporaryFolder();
    const { code } = await runToEnd(['--help'], { env: { TMPDIR: folder } });
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('needs no folder for temporary files', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const ended = await runWithoutRights(['train', linearTraining], {
      cwd: folder,
      env: { TMPDIR: folder },
    });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('says that the folder is gone in which it was started', async () => {
    const folder = temporaryFolder();
    const line = ['sh', '-c', 'rmdir "$PWD"; exec "$@"', 'sh', ...programWords, 'train', '--json'];
    const { code, stdout, stderr } = await endOf(startCommand(line, { cwd: folder }));
    expect([code, stderr]).toEqual([
      2,
      'The folder that this was started in is gone; go to another one.\n',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: 'usage', exitCode: 2 } });
    mkdirSync(folder);
  });
});

describe('a signal', () => {
  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
    ['SIGTERM', 143],
  ] as const)('%s ends training with %i, and nothing is written', async (signal, exitCode) => {
    const folder = temporaryFolder();
    const child = startProgram([...endless, '--save', 'm'], { cwd: folder });
    child.stdout?.once('data', () => child.kill(signal)); // "training model…"
    const { code, stderr } = await endOf(child);
    expect(code).toBe(exitCode);
    expect(stderr).toMatch(/^Interrupted at step \d+ of 20000000\. Nothing was written\.\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends the reading of a pipe in which nothing comes any more', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const child = startProgram(['train', 'pipe', '--json'], { cwd: folder });
    const ending = endOf(child);
    const writer = await open(join(folder, 'pipe'), 'w'); // waits for the reader
    await writer.write('0,0.5,0.5\n');
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ending;
    await writer.close();
    const message = 'Interrupted while reading pipe. Nothing was written.';
    expect([code, stderr]).toEqual([130, `${message}\n`]);
    expect(JSON.parse(stdout)).toEqual({
      error: { kind: 'interrupted', message, exitCode: 130 },
    });
  });

  it('ends the reading of standard input', async () => {
    const child = startProgram(['train', '/dev/stdin']);
    const ending = endOf(child);
    child.stdin?.write('0,0.5,0.5\n'.repeat(100_000)); // more than fits in a pipe
    await new Promise((drained) => child.stdin?.write('1,0.5', drained));
    child.kill('SIGTERM');
    expect(await ending).toEqual({
      code: 143,
      stdout: '',
      stderr: 'Interrupted while reading /dev/stdin. Nothing was written.\n',
    });
  });
});

describe('standard output', () => {
  it('may lose its reader: training ends as asked, and the model is saved', async () => {
    const folder = temporaryFolder();
    const child = startProgram(['train', linearTraining, '--save', 'm'], { cwd: folder });
    child.stdout?.destroy();
    expect(await endOf(child)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(join(folder, 'm')).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('may be full: the model is saved, and the program says so and ends with 2', async () => {
    const folder = temporaryFolder();
    const full = openSync('/dev/full', 'w');
    const words = ['train', linearTraining, '--save', 'm'];
    const ended = runToEnd(words, { cwd: folder, stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect(await ended).toMatchObject({
      code: 2,
      stderr: 'The result could not be printed: there is no room left. The model is in m.\n',
    });
    expect(readdirSync(join(folder, 'm')).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('carries the JSON of an error where standard error is full', async () => {
    const full = openSync('/dev/full', 'w');
    const ended = runToEnd(['train', 'none.csv', '--json'], {
      cwd: temporaryFolder(),
      stdio: ['ignore', 'pipe', full],
    });
    closeSync(full);
    const { code, stdout } = await ended;
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: 'usage', exitCode: 2 } });
  });
});

it('trains on 100 MB of samples in less than 300 MB of memory', async () => {
  const text = readFileSync(linearTraining, 'utf8');
  const folder = temporaryFolder({ 'a.csv': text.repeat(Math.ceil(1e8 / text.length)) });
  const report = "process.on('exit', () => console.error(process.resourceUsage().maxRSS))";
  const words = ['train', 'a.csv', '--epochs', '1', '--batch', '4096', '--json'];
  const { code, stdout, stderr } = await runToEnd(words, {
    cwd: folder,
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(report)}` },
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ train: { samples: 5_602_000 } });
  expect(Number(stderr)).toBeGreaterThan(50_000); // kB
  expect(Number(stderr)).toBeLessThan(300_000);
});

describe('files', () => {
  const evaluated = ['train', linearTraining, '--eval', linearEvaluation];

  it.each([
    ['--save', 'locked/m', 'locked/m/weights.bin: access is not allowed.\n'],
    ['--predictions', 'locked/p.csv', 'locked/p.csv: access is not allowed.\n'],
    ['--predictions', 'protected.csv', 'protected.csv: access is not allowed.\n'],
  ])('that may not be written are found out before training: %s %s', async (...words) => {
    const folder = temporaryFolder({ 'protected.csv': 'old' });
    mkdirSync(join(folder, 'locked'), { mode: 0o555 });
    chmodSync(join(folder, 'protected.csv'), 0o444);
    const [option, file, sentence] = words;
    const ended = await runWithoutRights([...evaluated, option, file], { cwd: folder });
    expect(ended).toEqual({ code: 2, stdout: '', stderr: sentence });
    expect(readFileSync(join(folder, 'protected.csv'), 'utf8')).toBe('old');
  });

  it('stay as they were, all of them, where the disk has room for some only', async () => {
    const folder = temporaryFolder();
    const save = ['train', linearTraining, '--epochs', '1', '--save', 'm'];
    expect(await runToEnd(save, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    const files = () =>
      ['weights.bin', 'model.json'].map((name) => readFileSync(join(folder, 'm', name), 'utf8'));
    const before = files();
    // Files may have 512 bytes: room for the weights, but not for the description.
    const limited = [
      'sh',
      '-c',
      'ulimit -f 1; exec "$@"',
      'sh',
      ...programWords,
      ...save,
      '--hidden',
      '3',
    ];
    const { code, stderr } = await endOf(startCommand(limited, { cwd: folder }));
    expect(code).toBe(2);
    expect(stderr).toBe(
      'm/model.json: there is no room left: files may not grow that large here. Nothing was written.\n',
    );
    expect(files()).toEqual(before);
    expect(readdirSync(join(folder, 'm')).sort()).toEqual(['model.json', 'weights.bin']);
  });
});
