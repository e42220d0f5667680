import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { Page } from '../../src/pages/pages.ts';
import { startStaticServer } from '../../src/server/staticServer.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const page = '<!doctype html><title>Edgewise</title>';
export const script = 'console.log(1);'.repeat(1000);
export const scriptPath = '/assets/main-1a2b3c4d.js';

const learn: Page = {
  ...{ name: 'learn', label: 'Learn', folder: 'learn/', startLimit: 0 },
  allows: { 'script-src': ["'unsafe-eval'"] },
};

/** Serves a folder `dist`, in which the script is also there in both compressed forms. */
export async function serve(files: Record<string, string> = {}) {
  const folder = temporaryFolder({
    'dist/index.html': page,
    [`dist${scriptPath}`]: script,
    'secret.txt': 'outside of what is served',
    ...files,
  });
  writeFileSync(join(folder, `dist${scriptPath}.br`), brotliCompressSync(script));
  writeFileSync(join(folder, `dist${scriptPath}.gz`), gzipSync(script));
  const options = { host: '127.0.0.1', port: 0, pages: [learn] };
  const server = await startStaticServer(join(folder, 'dist'), options);
  onTestFinished(() => server.close());
  return { folder, server, at: (path: string) => new URL(path, server.addresses.local) };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Sends these bytes and reads the answer; fetch would normalise the target and decompress the body. */
async function send(port: number, text: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1', () => void socket.write(text));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const all = Buffer.concat(chunks);
  const end = all.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = all.toString('latin1', 0, end).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const status = Number(statusLine.split(' ')[1]);
  return { status, headers: new Headers(headers), body: all.subarray(end + 4) };
}

/** Sends one request with its target exactly as written, and reads the answer undecoded. */
export function ask(
  port: number,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const all = { Host: 'localhost', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return send(port, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
}
