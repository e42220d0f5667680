import { twoReadings } from '../parseNumber.ts';
import { quoted } from '../quoted.ts';
import { cellNumber, isMissing } from './cellNumber.ts';
import { columnTitle, type FileForm } from './fileForm.ts';
import { labelName } from './labelNames.ts';
import type { TableRow } from './tableParser.ts';

/** What a row holds: the name of its class and its place. */
export interface ParsedRow {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** A row that cannot be used, and why. */
export interface RowFault {
  readonly problem: string;
  /** A value is missing, and nothing else is wrong. */
  readonly incomplete: boolean;
}

/** A row is shown up to this length. */
const shownCharacters = 60;

export function parseRow({ fields, open }: TableRow, form: FileForm): ParsedRow | RowFault {
  const wrong = (expected: string, incomplete = false): RowFault => {
    const row = fields.join(form.separator.sign);
    return { problem: `expected ${expected}, got ${quoted(row, shownCharacters)}`, incomplete };
  };
  if (open) return wrong('a quote at the end of the field that begins with one');
  if (fields.length > form.width) return wrong(`${form.width} fields`);
  const label = fields[form.label] ?? '';
  const x = fields[form.x] ?? '';
  const y = fields[form.y] ?? '';
  const title = (column: number) => columnTitle(form, column);
  if (isMissing(label)) return wrong(`a label in ${title(form.label)}`, true);
  if (isMissing(x)) return wrong(`a number in ${title(form.x)}`, true);
  if (isMissing(y)) return wrong(`a number in ${title(form.y)}`, true);
  const place = { x: cellNumber(x, form.decimal), y: cellNumber(y, form.decimal) };
  for (const axis of ['x', 'y'] as const) {
    const column = form[axis];
    if (Number.isNaN(place[axis])) {
      const readings = twoReadings(fields[column] ?? '');
      if (readings)
        return wrong(`in ${title(column)} a number that is not both ${readings.join(' and ')}`);
      return wrong(`a number in ${title(column)}`);
    }
    if (!Number.isFinite(Math.fround(place[axis])))
      return wrong(`a number within ±3.4e38 in ${title(column)}`);
  }
  return { label: labelName(label, cellNumber(label, form.decimal)), ...place };
}
