import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

function start(...words: string[]) {
  const child = spawn(process.execPath, ['src/cli/bootstrap.mjs', 'start', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Returns what the program prints, once it matches. */
async function printsUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (pattern.test(text)) return text;
  }
  throw new Error(`Expected the program to print ${String(pattern)}, got "${text}".`);
}

async function ending(child: ChildProcess) {
  let complaint = '';
  child.stderr?.on('data', (chunk) => (complaint += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, complaint };
}

describe('npm start', () => {
  it('serves the application, says where, and ends cleanly on Ctrl-C', async () => {
    const child = start('--port', '0', '--host', '127.0.0.1');
    const text = await printsUntil(child, /Ctrl-C ends it/);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0] ?? '';
    const response = await fetch(address);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<title>Edgewise</title>');
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? 'no script';
    for (const encoding of ['br', 'gzip']) {
      const headers = { 'Accept-Encoding': encoding };
      const answer = await fetch(new URL(script, address), { headers });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
    }

    child.kill('SIGINT');
    expect(await ending(child)).toEqual({ code: 0, complaint: '' });
  });

  it('serves on where nobody reads what it prints', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const { port } = occupant.address() as AddressInfo;
    occupant.close();
    await once(occupant, 'close');
    const child = start('--port', String(port), '--host', '127.0.0.1');
    child.stdout.destroy();
    await expect
      .poll(() => fetch(`http://127.0.0.1:${port}/`).then(({ status }) => status, String), {
        timeout: 60_000,
      })
      .toBe(200);
    child.kill('SIGINT');
    expect(await ending(child)).toEqual({ code: 0, complaint: '' });
  });

  it('takes the next free port when the one asked for is taken', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void occupant.close());
    await once(occupant, 'listening');
    const { port } = occupant.address() as AddressInfo;

    const text = await printsUntil(
      start('--host', '127.0.0.1', '--port', String(port)),
      /Ctrl-C ends it/,
    );
    expect(text).toContain(`Port ${port} is taken; this is the next free one.`);
    expect(text).not.toContain(`:${port}/`);
  });

  it('refuses a bad port or host with a sentence and exit code 2', async () => {
    expect(await ending(start('--port', 'abc'))).toEqual({
      code: 2,
      complaint: '--port: expected a whole number from 0 to 65535, got "abc".\n',
    });
    expect(await ending(start('--host', '192.0.2.1'))).toEqual({
      code: 2,
      complaint:
        'Expected --host to be an address of this machine, such as 127.0.0.1, got "192.0.2.1".\n',
    });
  });
});

describe('the bootstrap', () => {
  it('refuses a program it does not know', async () => {
    const child = spawn(process.execPath, ['src/cli/bootstrap.mjs', 'strat'], { cwd: root });
    expect(await ending(child)).toEqual({
      code: 2,
      complaint:
        'Expected one of install, start, build, test, edgewise, data, kernel, bench, got "strat".\n',
    });
  });
});
