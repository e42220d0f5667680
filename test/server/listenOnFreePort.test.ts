import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { listenOnFreePort } from '../../src/server/listenOnFreePort.ts';

function newServer(): Server {
  const server = createServer();
  onTestFinished(() => void server.close());
  return server;
}

const host = '127.0.0.1';

it('takes the port that is asked for', async () => {
  const first = newServer();
  const port = await listenOnFreePort(first, { host, port: 0 });
  await new Promise((resolve) => first.close(resolve));
  expect(await listenOnFreePort(newServer(), { host, port })).toBe(port);
});

it('takes the next free port when it is taken', async () => {
  const port = await listenOnFreePort(newServer(), { host, port: 0 });
  const next = await listenOnFreePort(newServer(), { host, port });
  const afterNext = await listenOnFreePort(newServer(), { host, port });
  expect(next).toBeGreaterThan(port);
  expect(afterNext).toBeGreaterThan(next);
});

it('says when no port is left', async () => {
  const occupy = newServer();
  await listenOnFreePort(occupy, { host, port: 65535 }).catch(() => undefined); // taken is as good
  await expect(listenOnFreePort(newServer(), { host, port: 65535 })).rejects.toThrow(
    'Expected a free port from 65535 to 65535, but all of them are taken.',
  );
});

it('says when the host is no address of this machine', async () => {
  // 192.0.2.0/24 is kept for documentation (RFC 5737), so no machine has it.
  await expect(listenOnFreePort(newServer(), { host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'Expected --host to be an address of this machine, such as 127.0.0.1, got "192.0.2.1".',
  );
});
