import { cellNumber, type DecimalMark, isMissing, isNumeric } from './cellNumber.ts';
import { labelName, mostLabels } from './labelNames.ts';
import type { TableRow } from './tableParser.ts';

/** What is in a column. */
export interface ColumnKind {
  /** Most of its cells are numbers. */
  readonly numeric: boolean;
  /** Its numbers are whole; false for words. */
  readonly whole: boolean;
  /** It counts the rows: 0, 1, 2, … or 1, 2, 3, … */
  readonly counts: boolean;
  /** Different values; counted up to one more than a file may have labels. */
  readonly values: number;
  /** Whether its values could be labels. */
  readonly labels: boolean;
}

/** The kind of each column. */
export function columnKinds(
  rows: readonly TableRow[],
  width: number,
  mark: DecimalMark,
): ColumnKind[] {
  return Array.from({ length: width }, (_, column) => kindOf(rows, column, mark));
}

function kindOf(rows: readonly TableRow[], column: number, mark: DecimalMark): ColumnKind {
  const names = new Set<string>();
  let [cells, numbers, whole, first, counted] = [0, 0, 0, NaN, 0];
  rows.forEach(({ fields }, row) => {
    const cell = fields[column] ?? '';
    if (isMissing(cell)) return;
    const value = cellNumber(cell, mark);
    cells++;
    if (!Number.isNaN(value) || (mark === undefined && isNumeric(cell))) numbers++;
    if (Number.isInteger(value)) whole++;
    if (row === 0) first = value;
    if (value === first + row) counted++;
    if (names.size <= mostLabels) names.add(labelName(cell, value));
  });
  const numeric = numbers > 0 && 2 * numbers >= cells;
  const isWhole = numeric && whole === numbers;
  const few = names.size > 0 && names.size <= mostLabels;
  return {
    numeric,
    whole: isWhole,
    counts: counted === rows.length && rows.length > 2 && (first === 0 || first === 1),
    values: names.size,
    labels: few && (isWhole || !numeric),
  };
}
