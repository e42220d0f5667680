import { quoted } from '../quoted.ts';
import { type ColumnKind } from './columnKinds.ts';
import { columnTitle, type Columns, type FileChoice } from './fileForm.ts';
import { mostLabels } from './labelNames.ts';
import { toldClasses } from './labelTitle.ts';

/** A table's columns: what they hold and how they are called. */
export interface TableColumns {
  readonly kinds: readonly ColumnKind[];
  readonly names: readonly string[] | undefined;
}

/** Which columns are label, x and y, and what speaks against it. */
export type ColumnChoice = Columns & { readonly doubt: string };

/** Names of a label's column, the surest first. */
const labelWords = [
  ...['label', 'labels', 'class', 'classes', 'target', 'category', 'species', 'group', 'cluster'],
  ...['type', 'kind', 'outcome', 'colour', 'color'],
];

/** The columns that the user names or that look like label, x and y; a sentence where there are none. */
export function chooseColumns(table: TableColumns, choice: FileChoice): ColumnChoice | string {
  if (table.kinds.length < 3) return noLabel(table);
  const features = choice.columns?.map((name) => columnNamed(table, name));
  const wanted = choice.label === undefined ? undefined : columnNamed(table, choice.label);
  for (const column of [wanted, ...(features ?? [])]) {
    if (typeof column === 'string') return column;
  }
  const taken = (features ?? []).filter((column) => typeof column === 'number');
  const label = typeof wanted === 'number' ? wanted : labelColumn(table, taken);
  if (label === undefined) return noLabel(table);
  const [x, y] = features ? taken : featureColumns(table, label);
  if (x === undefined || y === undefined) {
    return `expected two columns of numbers beside the label in ${columnTitle(table, label)}, got ${x === undefined ? 'none' : 'one'}`;
  }
  if (x === y || x === label || y === label) {
    return `expected three different columns as label, x and y, got ${[label, x, y].map((c) => columnTitle(table, c)).join(', ')}`;
  }
  const doubt = choice.label === undefined ? doubtOf(table, label, taken) : '';
  return { label, x, y, doubt };
}

/** The column with this name or number from 1; a sentence where there is none. */
function columnNamed({ names = [], kinds }: TableColumns, text: string): number | string {
  const lower = text.trim().toLowerCase();
  const exact = names.indexOf(text.trim());
  const found = exact >= 0 ? exact : names.findIndex((name) => name.toLowerCase() === lower);
  if (found >= 0) return found;
  const number = /^\d{1,4}$/.test(lower) ? Number(lower) : 0;
  if (number >= 1 && number <= kinds.length) return number - 1;
  const shown = names.filter((name) => name !== '').slice(0, 10);
  const among =
    shown.length > 0 ? `, or one of ${shown.map((name) => quoted(name)).join(', ')}` : '';
  return `expected as a column a number from 1 to ${kinds.length}${among}, got ${quoted(text)}`;
}

function labelColumn(table: TableColumns, taken: readonly number[]): number | undefined {
  const byName = namedLabel(table, taken);
  if (byName !== undefined) return byName;
  const candidates = labelCandidates(table, taken);
  const words = candidates.filter((column) => !table.kinds[column]?.numeric);
  const [sure] = words.length > 0 ? words : candidates;
  return sure;
}

function namedLabel({ names, kinds }: TableColumns, taken: readonly number[]): number | undefined {
  if (!names) return undefined;
  const lower = names.map((name) => name.toLowerCase());
  const find = (word: string) => lower.findIndex((name, i) => name === word && !taken.includes(i));
  const told = names.findIndex((name, i) => toldClasses(name) !== undefined && !taken.includes(i));
  const found = [told, ...labelWords.map(find)].find((column) => column >= 0);
  if (found !== undefined) return found;
  // Where x1 and x2 are the features, y is the label.
  const y = find('y');
  return y >= 0 && find('x') < 0 && kinds[y]?.labels ? y : undefined;
}

/**
 * Columns that may hold labels, those with few values first, but at least two; of equally many the
 * first, then the last column.
 */
function labelCandidates({ names, kinds }: TableColumns, taken: readonly number[]): number[] {
  const last = kinds.length - 1;
  const place = (column: number) => (column === 0 ? 0 : last + 1 - column);
  return kinds
    .flatMap(({ labels }, column) => (labels && !taken.includes(column) ? [column] : []))
    .filter((column) => !isCoordinate(names, column) && !isIndex({ names, kinds }, column))
    .sort((a, b) => valuesAt(kinds, a) - valuesAt(kinds, b) || place(a) - place(b));
}

function valuesAt(kinds: readonly ColumnKind[], column: number): number {
  const values = kinds[column]?.values ?? 0;
  return values > 1 ? values : Infinity;
}

function isCoordinate(names: readonly string[] | undefined, column: number): boolean {
  return ['x', 'y'].includes(names?.[column]?.toLowerCase() ?? '');
}

/** Whether a column counts the rows of a table that has enough others. */
function isIndex({ names, kinds }: TableColumns, column: number): boolean {
  if (column > 0 || kinds.length < 4) return false;
  const name = names?.[0]?.toLowerCase();
  const unnamed = name === '' || name?.startsWith('unnamed') === true;
  return (
    unnamed ||
    (kinds[0]?.counts === true && (name === undefined || /^(index|id|row|nr?)$/.test(name)))
  );
}

/** The columns named x and y, else the first two of numbers. */
function featureColumns(table: TableColumns, label: number): readonly (number | undefined)[] {
  const { names, kinds } = table;
  const lower = names?.map((name) => name.toLowerCase()) ?? [];
  const [x, y] = [lower.indexOf('x'), lower.indexOf('y')];
  if (x >= 0 && y >= 0 && x !== label && y !== label) return [x, y];
  return kinds.flatMap(({ numeric }, column) =>
    numeric && column !== label && !isIndex(table, column) ? [column] : [],
  );
}

function noLabel({ kinds }: TableColumns): string {
  if (kinds.length < 3) {
    return `expected at least three columns, of label, x and y, got ${kinds.length === 1 ? 'one' : 'two'}`;
  }
  return `expected a column of labels, with at most ${mostLabels} different ones, got none; the name or number of a column says where they are`;
}

/** Says so where the first or last column could hold the labels as well. */
function doubtOf(table: TableColumns, label: number, taken: readonly number[]): string {
  if (namedLabel(table, taken) !== undefined) return '';
  const title = (column: number) => columnTitle(table, column);
  const { names, kinds } = table;
  const other = [0, kinds.length - 1].find(
    (column) =>
      column !== label &&
      !taken.includes(column) &&
      kinds[column]?.whole === true &&
      (column === 0 || kinds[column].labels) &&
      !isCoordinate(names, column) &&
      !isIndex(table, column),
  );
  return other === undefined || kinds[label]?.numeric === false
    ? ''
    : `The labels could also be in ${title(other)}.`;
}
