const titleWidth = 34;
const cellWidth = 14;

export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly string[] }[];
}

/** A table: a title, the heads of the columns, and rows of cells. */
export function tableText({ title, heads, rows }: Table): string {
  const lines = [{ title, cells: heads }, ...rows];
  return lines
    .map((line) => line.title.padEnd(titleWidth) + line.cells.map(padCell).join(''))
    .join('\n');
}

function padCell(cell: string): string {
  return cell.padStart(cellWidth);
}

/** A number with three digits, or with all its digits if it is large. */
export function digits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toPrecision(3);
}

export function times(ratio: number): string {
  return `${digits(ratio)}×`;
}

/** A whole number with its digits in groups of three. */
export function grouped(value: number): string {
  return value.toLocaleString('en').replaceAll(',', ' ');
}
