import { resolve } from 'node:path';
import type { ServerAddresses } from '../server/networkAddresses.ts';
import { startStaticServer } from '../server/staticServer.ts';
import { buildApplication } from './build/buildApplication.ts';
import { BuildFailure } from './build/buildFailure.ts';
import { serveRooms } from './serveRooms.ts';
import type { StartOptions } from './startOptions.ts';
import { parseStartOptions, startHelp } from './startOptions.ts';

const root = resolve(import.meta.dirname, '../..');
const ending = new AbortController();

// Whoever reads the addresses may leave; the server stays.
process.stdout.on('error', () => undefined);

try {
  const options = parseStartOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(startHelp);
  else await serve(options);
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = exitCode(problem);
}

/** Serves until a signal comes; a second one ends the program at once. */
async function serve({ host, port, rooms: kept }: StartOptions): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => ending.abort());
  }
  const announce = () => void process.stdout.write('Building the application …\n');
  const folder = await buildApplication(root, announce, ending.signal);
  const server = await startStaticServer(folder, { host, port });
  const print = (text: string) => void process.stdout.write(text);
  const rooms = await serveRooms(server, kept ?? resolve(root, '.rooms'), print);
  if (port !== 0 && server.port !== port) {
    process.stdout.write(`Port ${port} is taken; this is the next free one.\n`);
  }
  process.stdout.write(describe(server.addresses));
  const close = () => rooms.close().finally(() => server.close());
  if (ending.signal.aborted) await close();
  else ending.signal.addEventListener('abort', () => void close());
}

function exitCode(problem: unknown): number {
  if (ending.signal.aborted) return 130;
  return problem instanceof BuildFailure ? 1 : 2;
}

function describe({ local, network }: ServerAddresses): string {
  const lines = [
    `On this device:    ${local}`,
    ...network.map((address) => `On the network:    ${address}`),
  ];
  return `Edgewise is ready.\n${lines.join('\n')}\nCtrl-C ends it.\n`;
}
