import type { Point } from '../../learning/datasets/dataset.ts';
import type { FieldPicture } from '../../training/protocol/watches.ts';

/**
 * The probability of a field's class at a point: bilinear between the centres of its cells, level
 * beyond the outermost centres. Undefined outside of the field's window.
 */
export function fieldValue({ values, resolution, window }: FieldPicture, { x, y }: Point) {
  const { left, right, bottom, top } = window;
  if (x < left || x > right || y < bottom || y > top) return undefined;
  const column = cellPosition((x - left) / (right - left), resolution);
  const row = cellPosition((y - bottom) / (top - bottom), resolution);
  const valueAt = (line: number, cell: number) => values[line * resolution + cell] ?? NaN;
  const between = (line: number) =>
    mix(valueAt(line, column.cell), valueAt(line, column.next), column.share);
  const below = between(row.cell);
  const above = between(row.next);
  return mix(below, above, row.share);
}

/** The two cells whose centres lie around a place (0 to 1 along the side), and the second's share. */
function cellPosition(place: number, resolution: number) {
  const position = Math.min(resolution - 1, Math.max(0, place * resolution - 0.5));
  const cell = Math.floor(position);
  return { cell, next: Math.min(resolution - 1, cell + 1), share: position - cell };
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
