import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { pages as allPages, type Page } from '../pages/pages.ts';
import type { ListenOptions } from './listenOnFreePort.ts';
import { listenOnFreePort } from './listenOnFreePort.ts';
import type { ServerAddresses } from './networkAddresses.ts';
import { serverAddresses } from './networkAddresses.ts';
import { staticHandler } from './staticHandler.ts';

/** A server that answers. */
export interface StaticServer {
  readonly port: number;
  readonly addresses: ServerAddresses;
  /** Node's server, to which others (sockets) may be attached that answer at the same addresses. */
  readonly http: Server;
  /** Stops listening and ends every open connection, also those of what is attached. */
  close(): Promise<void>;
}

/** Where to listen, and the pages whose policies are sent. */
export interface StaticServerOptions extends Partial<ListenOptions> {
  readonly pages?: readonly Page[];
}

/**
 * Serves the files that are in the folder at the moment of each request. Without a port: 4173, or
 * the next free one.
 */
export async function startStaticServer(
  folder: string,
  { host, port = 4173, pages = allPages }: StaticServerOptions = {},
): Promise<StaticServer> {
  const http = createServer(patience, staticHandler(folder, pages));
  const connections = openConnections(http);
  const taken = await listenOnFreePort(http, { host, port });
  return {
    port: taken,
    addresses: serverAddresses(host, taken),
    http,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        for (const connection of connections) connection.destroy();
      }),
  };
}

/** Milliseconds until a request that never ends is given up, and between the looks for such ones. */
const patience = { headersTimeout: 5000, connectionsCheckingInterval: 1000 };

/** The connections that are open now. Node's closeAllConnections leaves out those of sockets. */
function openConnections(http: Server): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  http.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  return connections;
}
