import { parseNumber } from '../parseNumber.ts';
import type { Columns } from './columns.ts';

const highestLabel = 9;

/** One line's numbers; x and y in single precision. */
export interface ParsedSample {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

/** The sample in the fields of a line, or what was expected of them. */
export function parseSample(fields: readonly string[], columns: Columns): ParsedSample | string {
  const label = numberAt(fields, columns.label);
  const x = Math.fround(numberAt(fields, columns.x));
  const y = Math.fround(numberAt(fields, columns.y));
  if (fields.length !== 3 || [label, x, y].some(Number.isNaN)) {
    return `expected 3 numbers "${order(columns)}"${otherDivider(fields)}`;
  }
  if (!Number.isInteger(label) || label < 0 || label > highestLabel) {
    return `expected a whole number from 0 to ${highestLabel} as the label`;
  }
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    return 'expected finite numbers x and y, within ±3.4e38';
  }
  return { label, x, y };
}

/** NaN where the field is missing or holds no number. */
function numberAt(fields: readonly string[], column: number): number {
  return parseNumber(fields[column] ?? '');
}

const dividers = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const;

/** Says so where something else than commas divides the line into three. */
function otherDivider(fields: readonly string[]): string {
  const line = fields.join();
  const found = dividers.find(([divider]) => line.split(divider).length === 3);
  return found ? ` divided by commas, not by ${found[1]}` : '';
}

function order(columns: Columns): string {
  const names: string[] = [];
  names[columns.label] = 'label';
  names[columns.x] = 'x';
  names[columns.y] = 'y';
  return names.join(',');
}
