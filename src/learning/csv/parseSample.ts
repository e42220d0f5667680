import type { Columns } from './columns.ts';

const decimalNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const highestLabel = 9;

/** One line's numbers; x and y in single precision. */
export interface ParsedSample {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

/** The sample that the fields of a line hold, or what was expected of them. */
export function parseSample(fields: readonly string[], columns: Columns): ParsedSample | string {
  const label = decimal(fields[columns.label]);
  const x = Math.fround(decimal(fields[columns.x]));
  const y = Math.fround(decimal(fields[columns.y]));
  if (fields.length !== 3 || [label, x, y].some(Number.isNaN)) {
    return `expected 3 numbers "${order(columns)}"`;
  }
  if (!Number.isInteger(label) || label < 0 || label > highestLabel) {
    return `expected a whole number from 0 to ${highestLabel} as the label`;
  }
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    return 'expected finite numbers x and y, within ±3.4e38';
  }
  return { label, x, y };
}

/** NaN for anything but a decimal number. */
function decimal(field: string | undefined): number {
  return field !== undefined && decimalNumber.test(field) ? Number(field) : NaN;
}

function order(columns: Columns): string {
  const names: string[] = [];
  names[columns.label] = 'label';
  names[columns.x] = 'x';
  names[columns.y] = 'y';
  return names.join(',');
}
