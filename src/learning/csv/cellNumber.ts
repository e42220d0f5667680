import { parseNumber, twoReadings } from '../parseNumber.ts';

/** The sign before the fraction of a number; undefined where a file does not show which one it has. */
export type DecimalMark = '.' | ',' | undefined;

const plain = /^-?\d+(?:\.\d+)?$/;
const commaGroups = /^[+\-−]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const dotGroups = /^[+\-−]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/;

/** The number in a cell of a file with this decimal mark; NaN for any other text. */
export function cellNumber(text: string, mark: DecimalMark): number {
  if (mark !== ',' && plain.test(text)) return Number(text);
  const cell = text.trim();
  if (mark === ',') {
    const ungrouped = dotGroups.test(cell) ? cell.replaceAll('.', '') : cell;
    return parseNumber(ungrouped.replace(',', '.'));
  }
  if (!commaGroups.test(cell)) return parseNumber(cell);
  return mark === '.' || cell.includes('.') ? parseNumber(cell.replaceAll(',', '')) : NaN;
}

/** Whether a cell holds a number with any decimal mark. */
export function isNumeric(text: string): boolean {
  return !Number.isNaN(cellNumber(text, '.')) || !Number.isNaN(cellNumber(text, ','));
}

/** The decimal mark that the cells of a file show; undefined where all could be read either way. */
export function decimalMark(cells: Iterable<string>): DecimalMark {
  let point = false;
  let comma = false;
  for (const cell of cells) {
    const text = cell.trim();
    const marks = Number(text.includes('.')) + 2 * Number(text.includes(','));
    if (marks === 0 || !isNumeric(text)) continue;
    if (marks === 3) return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
    if (marks === 1) point ||= !text.includes('.', text.indexOf('.') + 1);
    else comma ||= !twoReadings(text) && !commaGroups.test(text);
  }
  if (point === comma) return undefined;
  return point ? '.' : ',';
}

const missing = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', 'nil', '?', '-']);

/** Whether a cell says that there is no value: empty, `NA`, `NaN`, `null`, `?`. */
export function isMissing(text: string): boolean {
  return text.length <= 6 && missing.has(text.trim().toLowerCase());
}
