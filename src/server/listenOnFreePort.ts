import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How many ports in a row are tried. */
const attempts = 100;

/** Where to listen. Without a host: on every address of the machine. Port 0: any free port. */
export interface ListenOptions {
  readonly host?: string | undefined;
  readonly port: number;
}

/**
 * Listens on the port, or on the next free one above it, and returns the port.
 * @throws if the server cannot listen on the host, or if 100 ports in a row are taken.
 */
export async function listenOnFreePort(server: Server, { host, port }: ListenOptions) {
  const last = Math.min(port + attempts - 1, 65535);
  for (let candidate = port; candidate <= last; candidate++) {
    const problem = await listen(server, { host, port: candidate });
    if (problem === undefined) return (server.address() as AddressInfo).port;
    if (problem.code !== 'EADDRINUSE') throw new Error(explain(problem, host, candidate));
  }
  throw new Error(`Expected a free port from ${port} to ${last}, but all of them are taken.`);
}

function listen(server: Server, options: ListenOptions) {
  return new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const settle = (problem?: NodeJS.ErrnoException) => {
      server.off('error', settle).off('listening', settle);
      resolve(problem);
    };
    server.once('error', settle).once('listening', settle).listen(options);
  });
}

function explain(problem: NodeJS.ErrnoException, host: string | undefined, port: number): string {
  switch (problem.code) {
    case 'EACCES':
      return `This account may not use port ${port}; choose one from 1024 upwards.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `Expected --host to be an address of this machine, such as 127.0.0.1, got "${host ?? ''}".`;
    default:
      return `The server could not listen on port ${port}: ${problem.message}.`;
  }
}
