import { quoted } from '../quoted.ts';
import type { DecimalMark } from './cellNumber.ts';
import type { Division } from './tableParser.ts';

/** The positions of label, x and y in a row, from 0. */
export interface Columns {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

/** How a file of samples is written: what is recognised in it, or chosen by the user. */
export interface FileForm extends Division, Columns {
  readonly decimal: DecimalMark;
  /** The names of the columns; undefined where none are given. */
  readonly names: readonly string[] | undefined;
  /** Whether the first row holds the names; they may also be in a comment above it. */
  readonly header: boolean;
  /** Columns in a row. */
  readonly width: number;
  /** What speaks against the choice of columns: a sentence, or empty. */
  readonly doubt: string;
}

/** What the user decides about a file; the rest is recognised. */
export interface FileChoice {
  /** A name in the table of separators. */
  readonly separator?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly header?: boolean | undefined;
  /** A column: its name, or its number from 1. */
  readonly label?: string | undefined;
  readonly columns?: readonly [x: string, y: string] | undefined;
}

/** What a sentence calls a column: its name in quotes, or its number. */
export function columnTitle({ names }: Partial<Pick<FileForm, 'names'>>, column: number): string {
  const name = names?.[column] ?? '';
  return name === '' ? `column ${column + 1}` : quoted(name);
}
