import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { Range } from '../learning/validation/limits.ts';
import { suggestion } from '../learning/suggestion.ts';
import { UsageError } from './usageError.ts';

/** An option of a command, as its help shows it. */
export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What stands for the value in the help; a switch has none. */
  readonly value?: string;
  readonly meaning: string;
}

/** What a command was given. The readers throw a UsageError that names the option and the value. */
export class GivenOptions {
  readonly words: readonly string[];
  readonly #values: ReadonlyMap<string, string>;

  constructor(words: readonly string[], values: ReadonlyMap<string, string>) {
    this.words = words;
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  number(name: string, { min, max }: Range): number | undefined {
    return this.#read(name, `a number from ${min} to ${max}`, (text) => {
      const value = text.trim() === '' ? NaN : Number(text);
      return value >= min && value <= max ? value : undefined;
    });
  }

  whole(name: string, { min, max }: Range): number | undefined {
    return this.#read(name, `a whole number from ${min} to ${max}`, (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : NaN;
      return value >= min && value <= max ? value : undefined;
    });
  }

  /** An entry of the table of a family. */
  entry<Entry extends { readonly name: string }>(
    name: string,
    table: readonly Entry[],
  ): Entry | undefined {
    const names = table.map((entry) => entry.name);
    const expected = `one of ${names.join(', ')}`;
    const text = this.#values.get(name);
    const meant = text === undefined ? undefined : suggestion(text, names);
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
    return this.#read(name, expected, (given) => table.find((entry) => entry.name === given), hint);
  }

  /** Entries divided by commas, each read by `readEntry`, which gives undefined for what is wrong. */
  list<Entry>(
    name: string,
    expected: string,
    readEntry: (text: string) => Entry | undefined,
  ): readonly Entry[] | undefined {
    return this.#read(name, expected, (text) => {
      const entries = text.split(',').map((part) => readEntry(part.trim()));
      const sound = entries.filter((entry) => entry !== undefined);
      return sound.length === entries.length ? sound : undefined;
    });
  }

  #read<Value>(
    name: string,
    expected: string,
    read: (text: string) => Value | undefined,
    hint = '',
  ): Value | undefined {
    const text = this.#values.get(name);
    if (text === undefined) return undefined;
    const value = read(text);
    if (value === undefined)
      throw new UsageError(`--${name}: expected ${expected}, got "${text}".${hint}`);
    return value;
  }
}

/** Reads a command's words. Throws a UsageError for what the command does not have. */
export function readOptions(
  words: readonly string[],
  options: readonly CommandOption[],
): GivenOptions {
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: forParseArgs(options),
  });
  const positionals: string[] = [];
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') values.set(token.name, valueOf(token, options));
  }
  return new GivenOptions(positionals, values);
}

function forParseArgs(options: readonly CommandOption[]): ParseArgsConfig['options'] {
  const config: NonNullable<ParseArgsConfig['options']> = {};
  for (const { name, value } of options) {
    config[name] = { type: value === undefined ? 'boolean' : 'string' };
    if (name === 'help') config[name].short = 'h';
  }
  return config;
}

function valueOf(
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
  options: readonly CommandOption[],
): string {
  const option = options.find((each) => each.name === name);
  if (!option) throw unknownOption(rawName, options);
  if (option.value === undefined) {
    if (value === undefined) return '';
    throw new UsageError(`--${name}: expected no value, got "${value}".`);
  }
  if (value === undefined || value === '' || isOption(value, options)) {
    throw new UsageError(`--${name}: expected a value ${option.value}, got none.`);
  }
  return value;
}

function isOption(word: string, options: readonly CommandOption[]): boolean {
  return options.some(({ name }) => word === `--${name}`);
}

function unknownOption(rawName: string, options: readonly CommandOption[]): UsageError {
  const names = options.map(({ name }) => name);
  const meant = suggestion(rawName.replace(/^-+/, ''), names);
  const hint = meant === undefined ? 'See --help.' : `Did you mean --${meant}?`;
  return new UsageError(`There is no option ${rawName}. ${hint}`);
}

const lineWidth = 80;

/** The options as lines of a help text. */
export function helpLines(options: readonly CommandOption[]): string {
  const heads = options.map(({ name, value }) =>
    value === undefined ? `--${name}` : `--${name} ${value}`,
  );
  const indent = Math.max(...heads.map(({ length }) => length)) + 4;
  return options
    .map(({ meaning }, i) => {
      const lines = wrapped(meaning, lineWidth - indent);
      return `  ${heads[i]}`.padEnd(indent) + lines.join(`\n${' '.repeat(indent)}`);
    })
    .join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
