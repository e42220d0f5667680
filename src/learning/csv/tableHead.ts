import { decimalMark, isNumeric } from './cellNumber.ts';
import type { FileChoice } from './fileForm.ts';
import { comma, type Separator, separators, spaces } from './separators.ts';
import { createTableParser, type Division, type TableRow } from './tableParser.ts';

/** Rows by which a separator is judged. */
const judgedRows = 200;

/** How the text of a file's head is divided: as the user says, or as most of it reads as numbers. */
export function divisionOf(head: string, choice: FileChoice): Division {
  const quote = /^\s*'/m.test(head) && !head.includes('"') ? "'" : '"';
  return { separator: chosen(choice) ?? announced(head) ?? likeliest(head, quote), quote };
}

/** The rows of a text that hold data or the names of columns. */
export function rowsOf(text: string, division: Division): TableRow[] {
  const rows: TableRow[] = [];
  const parser = createTableParser(division, (row) => rows.push(row));
  parser.push(text);
  parser.end();
  return rows;
}

/** Whether a row is none of the table: a comment, or the line by which spreadsheets name a separator. */
export function isRemark({ line, fields: [first = ''] }: TableRow): boolean {
  return first.startsWith('#') || (line === 1 && separatorLine.test(first)) || first === endOfFile;
}

/** How DOS ends a file. */
const endOfFile = '\u001a';

const separatorLine = /^sep=/i;

function chosen({ separator }: FileChoice): Separator | undefined {
  return separators.find(({ name }) => name === separator);
}

/** The separator that a first line `sep=;` names. */
function announced(head: string): Separator | undefined {
  const sign = /^\uFEFF?sep=(.)[\r\n]/i.exec(head)?.[1];
  return separators.find((separator) => separator.sign === sign);
}

function likeliest(head: string, quote: Division['quote']): Separator {
  const start = head.split(/\r\n?|\n/, judgedRows).join('\n');
  let best = { separator: head.includes(',') ? comma : spaces, score: 0 };
  for (const separator of separators) {
    const score = scoreOf(rowsOf(start, { separator, quote }));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The share of rows that are as long as most, times the share of numbers in them. */
function scoreOf(rows: readonly TableRow[]): number {
  const table = rows.filter((row) => !isRemark(row));
  const width = commonWidth(table);
  if (width < 2) return 0;
  const usual = table.filter(({ fields }) => fields.length === width);
  const numbers = usual.flatMap(({ fields }) => fields).filter(isNumeric).length;
  // Names and words are no numbers; a file of nothing else is still divided by something.
  const share = (numbers + 0.01) / (width * usual.length);
  return (usual.length / table.length) * share * (width > 2 ? 1 : 0.5);
}

/** The number of fields that most rows have. */
export function commonWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [[width] = [0]] = Array.from(counts).sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return width;
}

/** The decimal mark of a table: as the user says, or as its cells show. */
export function markOf(rows: readonly TableRow[], choice: FileChoice) {
  return choice.decimal ?? decimalMark(rows.flatMap(({ fields }) => fields));
}
