/** The positions of label, x and y in a line, from 0. */
export interface Columns {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

export const usualColumns: Columns = { label: 0, x: 1, y: 2 };

/** The columns that a header names, in capitals or not; undefined where the fields are no header. */
export function namedColumns(fields: readonly string[]): Columns | undefined {
  const names = fields.map((field) => field.toLowerCase());
  const columns = { label: names.indexOf('label'), x: names.indexOf('x'), y: names.indexOf('y') };
  const complete = names.length === 3 && columns.label >= 0 && columns.x >= 0 && columns.y >= 0;
  return complete ? columns : undefined;
}
