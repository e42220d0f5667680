import { quoted, shownName } from '../quoted.ts';
import type { FileChoice, FileForm } from './fileForm.ts';
import { mostLabels, orderedLabels } from './labelNames.ts';
import { parseRow } from './parseRow.ts';
import { judged, judgedPart } from './previewTable.ts';
import { type FormFault, recogniseForm } from './recogniseForm.ts';
import { RowList } from './rowList.ts';
import { countedFaults, type LineFault, listedFaults, SampleFileError } from './sampleFileError.ts';
import type { SampleTable } from './sampleTable.ts';
import { isRemark } from './tableHead.ts';
import { createTableParser, type TableParser, type TableRow } from './tableParser.ts';

/** Bytes of `0,1,2` and a line end. */
const shortestLine = 6;

/** How a file is to be read. */
export interface ReadOptions {
  readonly choice?: FileChoice;
  /** Leave out rows without a label, x or y, and count them; otherwise they are faults. */
  readonly skipIncomplete?: boolean;
  /** The file that this one must fit: the same columns, and no other labels. */
  readonly like?: SampleTable | undefined;
  /** Of the whole text, where they are known: room for its samples is reserved at once. */
  readonly bytes?: number;
}

/** Reads a table of samples. How it is written is recognised, as far as the user leaves it open. */
export class SampleReader {
  readonly #fileName: string;
  readonly #options: ReadOptions;
  readonly #rows: RowList;
  readonly #numbers: Map<string, number>;
  readonly #faults: LineFault[] = [];
  #faultCount = 0;
  #leftOut = 0;
  #head = '';
  #headerDue = false;
  #form: FileForm | undefined;
  #parser: TableParser | undefined;
  #hopeless = false;

  constructor(fileName: string, options: ReadOptions = {}) {
    this.#fileName = fileName;
    this.#options = options;
    this.#rows = new RowList(Math.ceil((options.bytes ?? 0) / shortestLine));
    this.#numbers = new Map(options.like?.classNames.map((name, i) => [name, i]));
  }

  /** True once the rest of the text need not be looked at, because the file cannot be used. */
  get gaveUp(): boolean {
    return this.#hopeless || this.#faultCount >= countedFaults;
  }

  /** Takes the next piece of the text, which may begin and end anywhere in a line. */
  push(chunk: string): void {
    if (this.gaveUp) return;
    if (this.#parser) {
      this.#parser.push(chunk);
      return;
    }
    this.#head += chunk;
    if (this.#head.length >= judged) this.#begin();
  }

  /** Ends the text. Throws a SampleFileError for faulty lines, or where there is no sample. */
  end(): SampleTable {
    if (!this.#parser && !this.gaveUp) this.#begin();
    this.#parser?.end();
    if (this.#faultCount === 0 && this.#rows.length === 0) {
      this.#note(0, 'expected at least one complete row of label, x and y, got none');
    }
    if (this.#faultCount > 0 || !this.#form) {
      throw new SampleFileError(this.#fileName, this.#faults, this.#faultCount);
    }
    const names = Array.from(this.#numbers.keys());
    const told = this.#form.names?.[this.#form.label];
    const classNames = this.#options.like?.classNames ?? orderedLabels(names, told);
    const order = names.map((name) => classNames.indexOf(name));
    const { points, labels } = this.#rows;
    for (let i = 0; i < labels.length; i++) labels[i] = order[labels[i] ?? 0] ?? 0;
    const fileName = this.#fileName;
    return { fileName, form: this.#form, classNames, points, labels, leftOut: this.#leftOut };
  }

  /** Judges the head of the file, always of the same length, and reads it from its start. */
  #begin(): void {
    const text = this.#head;
    this.#head = '';
    const found = formOf(judgedPart(text), this.#options);
    if ('problem' in found) {
      this.#giveUp(found.line, found.problem);
      return;
    }
    this.#form = found;
    this.#headerDue = found.header;
    this.#parser = createTableParser(found, (row) => {
      if (!this.gaveUp && !isRemark(row)) this.#take(row, found);
    });
    this.#parser.push(text);
  }

  #take(row: TableRow, form: FileForm): void {
    if (this.#headerDue) {
      this.#headerDue = false;
      return;
    }
    const parsed = parseRow(row, form);
    if ('problem' in parsed) {
      if (parsed.incomplete && this.#options.skipIncomplete) this.#leftOut++;
      else this.#note(row.line, parsed.problem);
      return;
    }
    const number = this.#numbers.get(parsed.label) ?? this.#newLabel(parsed.label, row.line);
    if (number >= 0 && this.#faultCount === 0) this.#rows.add(number, parsed.x, parsed.y);
  }

  /** The number of a label that has not come yet, by order of coming; -1 where it may not come. */
  #newLabel(label: string, line: number): number {
    const { like } = this.#options;
    if (like) {
      const those = like.classNames.map((name) => quoted(name)).join(', ');
      const file = shownName(like.fileName);
      this.#note(line, `expected one of the labels of ${file}, ${those}, got ${quoted(label)}`);
      return -1;
    }
    const number = this.#numbers.size;
    if (number === mostLabels) {
      const expected = `expected at most ${mostLabels} different labels`;
      this.#giveUp(line, `${expected}, got ${quoted(label)} as one more`);
      return -1;
    }
    this.#numbers.set(label, number);
    return number;
  }

  #note(line: number, problem: string): void {
    this.#faultCount++;
    if (this.#faults.length < listedFaults) this.#faults.push({ line, problem });
  }

  #giveUp(line: number, problem: string): void {
    this.#hopeless = true;
    this.#note(line, problem);
  }
}

/** The form of a file; one that must fit another has its columns, by name where both have names. */
function formOf(head: string, { choice, like }: ReadOptions): FileForm | FormFault {
  const own = recogniseForm(head, choice);
  if (!like) return own;
  const { names, label, x, y, width } = like.form;
  const byName = names && ('problem' in own || own.names);
  if (!byName && !('problem' in own) && own.width !== width) {
    const file = shownName(like.fileName);
    return { line: 0, problem: `expected ${width} columns as in ${file}, got ${own.width}` };
  }
  const reference = (column: number) => {
    const name = byName ? names[column] : undefined;
    return name === undefined || name === '' ? String(column + 1) : name;
  };
  const columns = [reference(x), reference(y)] as const;
  return recogniseForm(head, { ...choice, label: reference(label), columns });
}

/** Reads a whole text. Throws as `SampleReader.end` does. */
export function readSamples(
  text: string,
  fileName: string,
  options: ReadOptions = {},
): SampleTable {
  const reader = new SampleReader(fileName, options);
  reader.push(text);
  return reader.end();
}
