import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { quoted } from '../learning/quoted.ts';
import { suggestion } from '../learning/suggestion.ts';
import { UsageError } from './usageError.ts';

/** An option of a command, as its help shows it. */
export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** The value's placeholder in the help; a switch has none. */
  readonly value?: string;
  readonly meaning: string;
}

/** The words and options that a command was given. */
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
}

/** Reads a command's words. Throws a UsageError for an option that the command does not have. */
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
    throw new UsageError(`--${name}: expected no value, got ${quoted(value)}.`);
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
  return new UsageError(`There is no option ${quoted(rawName)}. ${hint}`);
}

const lineWidth = 80;

/** The options as lines of a help text. */
export function helpLines(options: readonly CommandOption[]): string {
  const indent = Math.max(...options.map((option) => headOf(option).length)) + 4;
  return options
    .map((option) => {
      const lines = wrapped(option.meaning, lineWidth - indent);
      return `  ${headOf(option)}`.padEnd(indent) + lines.join(`\n${' '.repeat(indent)}`);
    })
    .join('\n');
}

function headOf({ name, value }: CommandOption): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
