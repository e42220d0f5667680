import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const root = resolve(import.meta.dirname, '../..');
const program = [resolve(root, 'src/cli/bootstrap.mjs'), 'edgewise'];
const samples = resolve(root, 'data/linear-train.csv');

/** The tests may themselves have been started by npm, from somewhere else. */
const environment = { ...process.env, npm_lifecycle_event: undefined, INIT_CWD: undefined };

describe('the program', () => {
  it('prints one JSON object and nothing else', async () => {
    const line = ['run', '-s', 'edgewise', '--', 'train', 'data/linear-train.csv', '--json'];
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout } = await promisify(execFile)(npm, line, { cwd: root, env: environment });
    expect(JSON.parse(stdout)).toMatchObject({ steps: 600, evaluation: null });
  });

  it('ends with exit code 2 and a sentence on standard error for wrong arguments', async () => {
    const child = spawn(process.execPath, [...program, 'train', 'none.csv'], {
      cwd: temporaryFolder(),
      env: environment,
    });
    const [stdout, stderr, code] = await Promise.all([
      textOf(child.stdout),
      textOf(child.stderr),
      ended(child),
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('none.csv: there is no such file or folder.\n');
  });

  it('cleans up on Ctrl-C', async () => {
    const words = ['train', samples, '--epochs', '1000000'];
    const child = spawn(process.execPath, [...program, ...words], { env: environment });
    child.stdout.once('data', () => child.kill('SIGINT')); // "training model…"
    const [stderr, code] = await Promise.all([textOf(child.stderr), ended(child)]);
    expect(code).toBe(130);
    expect(stderr).toMatch(/^Interrupted at step \d+ of 20000000\.\n$/);
  });

  it('ends without an error when its reader closes the pipe', async () => {
    const child = spawn(process.execPath, [...program, 'train', '--help'], { env: environment });
    child.stdout.destroy();
    const [stderr, code] = await Promise.all([textOf(child.stderr), ended(child)]);
    expect([code, stderr]).toEqual([0, '']);
  });
});

/** The exit code. */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolveCode) => child.once('close', resolveCode));
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
