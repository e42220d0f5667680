import { columnTitle, type FileChoice, type FileForm } from './fileForm.ts';
import { type FormFault, recogniseForm } from './recogniseForm.ts';
import { divisionOf, isRemark, rowsOf } from './tableHead.ts';

/** Characters from the start of a file by which it is judged. */
export const judged = 200_000;

/** The part of a text by which its file is judged; without the row that its end would cut. */
export function judgedPart(text: string): string {
  if (text.length < judged) return text;
  const part = text.slice(0, judged);
  const end = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r')) + 1;
  return end === 0 ? part : part.slice(0, end);
}

/** The first rows of a file, as they are understood. */
export interface TablePreview {
  /** How the file is written, or what is wrong with it. */
  readonly form: FileForm | FormFault;
  readonly columns: readonly string[];
  /** Without names and remarks. */
  readonly rows: readonly (readonly string[])[];
}

const shownRows = 5;
/** Characters that are divided for the preview. */
const shownText = 5000;

/** @param head the start of a file; at least `judged` characters of a longer one */
export function previewTable(head: string, choice: FileChoice = {}): TablePreview {
  const part = judgedPart(head);
  const form = recogniseForm(part, choice);
  const division = 'problem' in form ? divisionOf(part, choice) : form;
  const all = rowsOf(head.slice(0, shownText), division).filter((row) => !isRemark(row));
  const named = 'problem' in form ? choice.header === true : form.header;
  const rows = all.slice(named ? 1 : 0, shownRows + (named ? 1 : 0)).map(({ fields }) => fields);
  const width = 'problem' in form ? Math.max(0, ...rows.map((row) => row.length)) : form.width;
  const names = 'problem' in form ? {} : form;
  const columns = Array.from({ length: width }, (_, column) => columnTitle(names, column));
  return { form, columns, rows };
}
