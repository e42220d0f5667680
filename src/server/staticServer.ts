import { createServer } from 'node:http';
import { pages as allPages, type Page } from '../pages/pages.ts';
import type { ListenOptions } from './listenOnFreePort.ts';
import { listenOnFreePort } from './listenOnFreePort.ts';
import type { ServerAddresses } from './networkAddresses.ts';
import { serverAddresses } from './networkAddresses.ts';
import { readStaticFiles } from './staticFiles.ts';
import { staticHandler } from './staticHandler.ts';

/** A server that answers; `close` ends it together with the connections still open. */
export interface StaticServer {
  readonly port: number;
  readonly addresses: ServerAddresses;
  close(): Promise<void>;
}

/** Where to listen, and the pages whose policies are sent. */
export interface StaticServerOptions extends Partial<ListenOptions> {
  readonly pages?: readonly Page[];
}

/** Serves the files of the folder as they are now. Port 4173, or the next free one, if none is named. */
export async function startStaticServer(
  folder: string,
  { host, port = 4173, pages = allPages }: StaticServerOptions = {},
): Promise<StaticServer> {
  const server = createServer(staticHandler(readStaticFiles(folder), pages));
  const taken = await listenOnFreePort(server, { host, port });
  return {
    port: taken,
    addresses: serverAddresses(host, taken),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
