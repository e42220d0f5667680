import { quoted } from '../learning/quoted.ts';
import { type CommandOption, helpLines, readOptions } from './commandOptions.ts';
import { UsageError } from './usageError.ts';

/** The options of `npm start`. */
export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly host: string | undefined;
  /** Folder in which the rooms of classes survive the end of the server. */
  readonly rooms: string | undefined;
}

const defaultPort = 4173;

const options: readonly CommandOption[] = [
  {
    name: 'port',
    value: 'N',
    meaning: `The port, or the next free one above it (default ${defaultPort}; 0: any free one).`,
  },
  {
    name: 'host',
    value: 'ADDRESS',
    meaning: 'The one address to listen on (default: all, so that the network can join).',
  },
  {
    name: 'rooms',
    value: 'FOLDER',
    meaning: 'Where the rooms of classes survive the end of the server (default: .rooms here).',
  },
  { name: 'help', meaning: 'Print this text.' },
];

export const startHelp = `Builds Edgewise if its sources have changed, and serves it.

  npm start -- [options]

${helpLines(options)}

Exit codes: 0 ended by Ctrl-C while serving, 1 the build failed, 2 an option is wrong or no port is
free, 130 ended by Ctrl-C while building.
`;

/**
 * Reads the words after `npm start --`. Where help is asked for, the others have their defaults.
 * @throws UsageError with a full sentence for an unknown option, or a value that cannot be used.
 */
export function parseStartOptions(words: readonly string[]): StartOptions {
  const given = readOptions(words, options);
  if (given.has('help'))
    return { help: true, port: defaultPort, host: undefined, rooms: undefined };
  const word = given.words.at(0);
  if (word !== undefined) {
    throw new UsageError(`start: expected options only, got ${quoted(word)}. See --help.`);
  }
  return {
    help: false,
    port: toPort(given.text('port')),
    host: toHost(given.text('host')),
    rooms: given.text('rooms'),
  };
}

function toPort(text = String(defaultPort)): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65535) return port;
  throw new UsageError(`--port: expected a whole number from 0 to 65535, got ${quoted(text)}.`);
}

function toHost(text: string | undefined): string | undefined {
  if (text === undefined || /^[\w.:%-]+$/.test(text)) return text;
  const expected = 'an address or a name such as 127.0.0.1';
  throw new UsageError(`--host: expected ${expected}, got ${quoted(text)}.`);
}
