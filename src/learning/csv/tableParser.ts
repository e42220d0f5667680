import Papa from 'papaparse';
import type { Separator } from './separators.ts';

/** One row of a table. */
export interface TableRow {
  /** The line on which it begins; the first is 1. Blank lines count. */
  readonly line: number;
  /** Without the empty fields at its end. */
  readonly fields: readonly string[];
  /** Its last field begins with a quote that is not closed. */
  readonly open: boolean;
}

/** How a text is divided into fields. */
export interface Division {
  readonly separator: Separator;
  readonly quote: '"' | "'";
}

/** Takes text in pieces, which may begin and end anywhere in a line. */
export interface TableParser {
  push(text: string): void;
  /** Takes the last row if it has no line end. */
  end(): void;
}

/** Characters that are parsed at once: where the text is cut must not depend on its pieces. */
const block = 65_536;

/**
 * A row that is longer is taken as it is, so that a text without line ends cannot fill the memory. So
 * are the lines below a quote that has no second one, such as in `5" pipe`.
 */
const longestRow = 1_000_000;

/** Calls `take` with each row that is not blank. Lines end in LF, CR LF or CR, mixed as they may be. */
export function createTableParser(
  { separator, quote }: Division,
  take: (row: TableRow) => void,
): TableParser {
  let waiting = '';
  let heldReturn = '';
  let unparsed = '';
  let line = 1;

  function push(text: string): void {
    const all = heldReturn + text;
    heldReturn = all.endsWith('\r') ? '\r' : '';
    waiting += all.slice(0, all.length - heldReturn.length).replace(/\r\n?/g, '\n');
    for (; waiting.length >= block; waiting = waiting.slice(block)) {
      unparsed += waiting.slice(0, block);
      const cut = unparsed.lastIndexOf('\n') + 1;
      const rows = unparsed.slice(0, cut);
      const isLong = unparsed.length >= longestRow;
      if (cut > 0 && (isLong || evenQuotes(rows, quote))) {
        parse(rows);
        unparsed = unparsed.slice(cut);
      } else if (isLong) {
        parse(unparsed);
        unparsed = '';
      }
    }
  }

  function end(): void {
    const last = unparsed + waiting + (heldReturn && '\n');
    unparsed = waiting = heldReturn = '';
    if (last !== '') parse(last);
  }

  function parse(text: string): void {
    const { data, errors } = Papa.parse<string[]>(text, {
      delimiter: separator.sign,
      newline: '\n',
      quoteChar: quote,
    });
    const open = errors.find(({ code }) => code === 'MissingQuotes')?.row;
    data.forEach((cells, i) => {
      const fields = tidy(cells, separator, quote);
      if (fields.length > 0) take({ line, fields, open: i === open });
      line += 1 + cells.reduce((count, cell) => count + lineEnds(cell), 0);
    });
    // A last line end is followed by an empty row, which is the beginning of the next text.
    if (text.endsWith('\n') || open !== undefined) line -= 1;
  }

  return { push, end };
}

function evenQuotes(text: string, quote: string): boolean {
  let even = true;
  for (let i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) even = !even;
  return even;
}

function lineEnds(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0;
}

/** Without spaces and quotes around fields, and without empty fields at the end of the row. */
function tidy(cells: readonly string[], separator: Separator, quote: string): string[] {
  const fields = cells.map((cell) => withoutQuotes(cell.trim(), quote));
  const full = separator.sign === ' ' ? fields.filter((field) => field !== '') : fields;
  let length = full.length;
  while (length > 0 && full[length - 1] === '') length--;
  return full.slice(0, length);
}

function withoutQuotes(field: string, quote: string): string {
  if (field.length < 2 || !field.startsWith(quote) || !field.endsWith(quote)) return field;
  return field.slice(1, -1).trim();
}
