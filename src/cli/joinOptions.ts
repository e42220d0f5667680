import { hostname } from 'node:os';
import { quoted } from '../learning/quoted.ts';
import { type CommandOption, helpLines, readOptions } from './commandOptions.ts';
import { exitCodesText } from './exitCodes.ts';
import { type FileOptions, fileOptions, readFileOptions } from './fileOptions.ts';
import { listed } from './sampleOptions.ts';
import { UsageError } from './usageError.ts';

/** What the user asked `edgewise join` to do. */
export interface JoinOptions {
  /** Of the server. */
  readonly address: string;
  readonly code: string;
  readonly name: string;
  /** As it was given. */
  readonly file: string;
  readonly form: FileOptions;
}

const options: readonly CommandOption[] = [
  { name: 'code', value: 'CODE', meaning: 'The code of the room, where ADDRESS does not have it.' },
  {
    name: 'name',
    value: 'NAME',
    meaning: 'What the class sees (default: the name of the machine).',
  },
  ...fileOptions.filter(({ name }) => name !== 'share'),
  { name: 'help', meaning: 'Print this text.' },
];

export const joinHelp = `Joins a class as one of its devices: learns from the samples of FILE in each round, and
sends only changes of the network. Ctrl-C leaves the class.

  npm run -s edgewise -- join ADDRESS --code CODE FILE [options]

ADDRESS is that of the server, as the projector shows it. FILE is a table such as train
reads, of 8 to 1000 samples, in the units and with the classes of the room.

${helpLines(options)}

${exitCodesText}`;

/** Undefined when help was asked for. Throws a UsageError with a full sentence. */
export function readJoinOptions(words: readonly string[]): JoinOptions | undefined {
  const given = readOptions(words, options);
  if (given.has('help')) return undefined;
  const [address, file, ...others] = given.words;
  if (address === undefined || file === undefined) {
    throw new UsageError('join: expected ADDRESS and FILE. See --help.');
  }
  if (others.length > 0) {
    throw new UsageError(`join: expected ADDRESS and FILE only, got ${listed(others)} as well.`);
  }
  const url = readAddress(address);
  const code = given.text('code') ?? new URLSearchParams(url.hash.slice(1)).get('room');
  if (code === null) throw new UsageError('--code: expected the code of the room, got none.');
  const name = given.text('name') ?? hostname();
  return { address: url.origin, code, name, file, form: readFileOptions(given) };
}

function readAddress(text: string): URL {
  const whole = /^https?:\/\//.test(text) ? text : `http://${text}`;
  if (URL.canParse(whole)) return new URL(whole);
  throw new UsageError(
    `join: expected an address such as http://192.168.1.5:4173/, got ${quoted(text)}.`,
  );
}
