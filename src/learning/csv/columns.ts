/** Where label, x and y stand in a line. */
export interface Columns {
  readonly label: number;
  readonly x: number;
  readonly y: number;
}

export const usualColumns: Columns = { label: 0, x: 1, y: 2 };

/** The order a header names, whatever its case; undefined where the fields are no header. */
export function namedColumns(fields: readonly string[]): Columns | undefined {
  const names = fields.map((field) => field.toLowerCase());
  const columns = { label: names.indexOf('label'), x: names.indexOf('x'), y: names.indexOf('y') };
  const complete = names.length === 3 && columns.label >= 0 && columns.x >= 0 && columns.y >= 0;
  return complete ? columns : undefined;
}
