import { quoted } from '../learning/quoted.ts';
import { type CommandOption, helpLines, readOptions } from './commandOptions.ts';

/** The options of `npm start`. */
export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly host: string | undefined;
}

const options: readonly CommandOption[] = [
  {
    name: 'port',
    value: 'N',
    meaning: 'The port, or the next free one above it (default 4173; 0: any free one).',
  },
  {
    name: 'host',
    value: 'ADDRESS',
    meaning: 'The one address to listen on (default: all, so that the network can join).',
  },
  { name: 'help', meaning: 'Print this text.' },
];

export const startHelp = `Builds Edgewise if its sources have changed, and serves it.

  npm start -- [--port N] [--host ADDRESS]

${helpLines(options)}

Exit codes: 0 ended by Ctrl-C while serving, 1 the build failed, 2 an option is wrong or no port is
free, 130 ended by Ctrl-C while building.
`;

/**
 * Reads the words after \`npm start --\`.
 * @throws with a full sentence for an unknown option or a port out of range.
 */
export function parseStartOptions(words: readonly string[]): StartOptions {
  const given = readOptions(words, options);
  const [first] = given.words;
  if (first !== undefined) throw new Error(`Expected options only, got ${quoted(first)}.`);
  return {
    help: given.has('help'),
    port: toPort(given.text('port') ?? '4173'),
    host: toHost(given.text('host')),
  };
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
