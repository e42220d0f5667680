import { parseArgs } from 'node:util';
import { quoted } from '../learning/quoted.ts';

/** The options of `npm start`. */
export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly host: string | undefined;
}

export const startHelp = `Builds Edgewise if its sources have changed, and serves it.

  npm start -- [--port N] [--host ADDRESS]

  --port N         the port, or the next free one above it (default 4173; 0: any free one)
  --host ADDRESS   the one address to listen on (default: all, so that the network can join)
  --help           this text

Exit codes: 0 ended by Ctrl-C while serving, 1 the build failed, 2 an option is wrong or no port is
free, 130 ended by Ctrl-C while building.
`;

/**
 * Reads the words after \`npm start --\`.
 * @throws with a full sentence for an unknown option or a port out of range.
 */
export function parseStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    allowPositionals: false,
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return { help: values.help, port: toPort(values.port), host: toHost(values.host) };
}

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65535) return port;
  throw new Error(`--port: expected a whole number from 0 to 65535, got ${quoted(text)}.`);
}

function toHost(text: string | undefined): string | undefined {
  if (text === undefined || /^[\w.:%-]+$/.test(text)) return text;
  throw new Error(`--host: expected an address or a name such as 127.0.0.1, got ${quoted(text)}.`);
}
