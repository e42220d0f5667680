import { quoted } from '../quoted.ts';
import { isNumeric } from './cellNumber.ts';
import { chooseColumns } from './chooseColumns.ts';
import { columnKinds } from './columnKinds.ts';
import type { FileChoice, FileForm } from './fileForm.ts';
import { commonWidth, divisionOf, isRemark, markOf, rowsOf } from './tableHead.ts';
import type { TableRow } from './tableParser.ts';

/** A form that cannot be told, and the line that shows it; 0 where it is the whole file. */
export interface FormFault {
  readonly line: number;
  readonly problem: string;
}

/** How a file is written, by its first rows and the user's choice. */
export function recogniseForm(head: string, choice: FileChoice = {}): FileForm | FormFault {
  const division = divisionOf(head, choice);
  const all = rowsOf(head, division);
  const table = all.filter((row) => !isRemark(row));
  const { names, header } = columnNames(all, table, choice);
  const data = header ? table.slice(1) : table;
  const [first] = data;
  if (!first) return { line: 0, problem: 'expected at least one row of label, x and y, got none' };
  const width = Math.max(commonWidth(data), data.length < 3 ? first.fields.length : 0);
  const decimal = markOf(data, choice);
  const kinds = columnKinds(data, Math.max(width, names?.length ?? 0), decimal);
  const columns = chooseColumns({ kinds, names }, choice);
  if (typeof columns === 'string') {
    const row = quoted(first.fields.join(division.separator.sign), 60);
    return { line: first.line, problem: `${columns}; the row is ${row}` };
  }
  return { ...division, ...columns, decimal, names, header, width: kinds.length };
}

/** The names of the columns: in the first row, or in a comment above it. */
function columnNames(all: readonly TableRow[], table: readonly TableRow[], choice: FileChoice) {
  const [first, second] = table;
  if (!first || choice.header === false) return { names: undefined, header: false };
  if (choice.header === true || isNameRow(first.fields)) {
    // R names the rows, and not the column that holds these names.
    const shift = second?.fields.length === first.fields.length + 1 ? [''] : [];
    return { names: [...shift, ...first.fields], header: true };
  }
  const remark = all.filter(({ line }) => line < first.line).at(-1);
  const words = remark?.fields.map((field) => field.replace(/^#+\s*/, '')) ?? [];
  const named = words.length === first.fields.length && isNameRow(words);
  return { names: named ? words : undefined, header: false };
}

/** Whether all fields are words, as in the names of columns. */
function isNameRow(fields: readonly string[]): boolean {
  const words = fields.filter((field) => field !== '');
  return words.length > 1 && !words.some(isNumeric);
}
