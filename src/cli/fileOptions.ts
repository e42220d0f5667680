import type { FileChoice } from '../learning/csv/fileForm.ts';
import { separators } from '../learning/csv/separators.ts';
import { parseNumber } from '../learning/parseNumber.ts';
import { quoted } from '../learning/quoted.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { UsageError } from './usageError.ts';

/** How files of samples are to be read. */
export interface FileOptions {
  readonly choice: FileChoice;
  /** Leave out rows without a label, x or y. */
  readonly skipIncomplete: boolean;
  /** The share of the samples, 0 to 1, that is kept for evaluation. */
  readonly share: number;
}

const separatorNames = separators.map(({ name }) => name).join(', ');

/** The options that say how files are written, where that is not recognised. */
export const fileOptions: readonly CommandOption[] = [
  {
    name: 'label',
    value: 'COLUMN',
    meaning: 'The column of the labels: its name, or its number from 1. Otherwise recognised.',
  },
  {
    name: 'columns',
    value: 'A,B',
    meaning: 'The columns of x and y: names, or numbers from 1. Otherwise recognised.',
  },
  {
    name: 'separator',
    value: 'NAME',
    meaning: `What divides fields: ${separatorNames}. Otherwise recognised.`,
  },
  {
    name: 'decimal',
    value: 'NAME',
    meaning: 'The decimal mark: point or comma. Otherwise recognised.',
  },
  {
    name: 'header',
    value: 'NAME',
    meaning:
      'Whether the first row holds the names of the columns: yes or no. Otherwise recognised.',
  },
  {
    name: 'incomplete',
    value: 'NAME',
    meaning: 'Rows without a label, x or y: refuse or skip (default refuse).',
  },
  {
    name: 'share',
    value: 'R',
    meaning:
      'Keep this share of FILE, of each class, for evaluation, instead of --eval. Expected: a number from 0 to 0.9.',
  },
];

/** @throws UsageError */
export function readFileOptions(given: GivenOptions): FileOptions {
  const decimal = oneOf(given, 'decimal', ['point', 'comma']);
  const header = oneOf(given, 'header', ['yes', 'no']);
  return {
    choice: {
      separator: oneOf(
        given,
        'separator',
        separators.map(({ name }) => name),
      ),
      decimal: decimal === undefined ? undefined : decimal === 'comma' ? ',' : '.',
      header: header === undefined ? undefined : header === 'yes',
      label: given.text('label'),
      columns: readColumns(given),
    },
    skipIncomplete: oneOf(given, 'incomplete', ['refuse', 'skip']) === 'skip',
    share: readShare(given),
  };
}

function oneOf(given: GivenOptions, name: string, names: readonly string[]): string | undefined {
  const text = given.text(name);
  if (text === undefined || names.includes(text)) return text;
  throw new UsageError(`--${name}: expected one of ${names.join(', ')}, got ${quoted(text)}.`);
}

function readColumns(given: GivenOptions): readonly [string, string] | undefined {
  const text = given.text('columns');
  if (text === undefined) return undefined;
  const [x = '', y = '', ...others] = text.split(',').map((name) => name.trim());
  if (x !== '' && y !== '' && others.length === 0) return [x, y];
  throw new UsageError(
    `--columns: expected two columns such as x1,x2 or 1,2, got ${quoted(text)}.`,
  );
}

function readShare(given: GivenOptions): number {
  const text = given.text('share');
  if (text === undefined) return 0;
  const share = parseNumber(text);
  if (share >= 0 && share <= 0.9) return share;
  throw new UsageError(`--share: expected a number from 0 to 0.9, got ${quoted(text)}.`);
}
