/**
 * Says of a point of d3's contour of a level whether it is the edge of a region that has exactly this
 * level: there a network whose last units are dead decides nothing, and the contour around it would be
 * a staircase. Undefined where no such region is.
 * @param values grid × grid, row by row.
 */
export function undecidedRegions(
  values: Float32Array,
  grid: number,
  level: number,
): ((point: readonly number[]) => boolean) | undefined {
  // Single precision, as the values have it.
  const exact = Math.fround(level);
  let cells: Uint8Array | undefined;
  for (let row = 1; row < grid - 1; row++) {
    for (let at = row * grid + 1; at < (row + 1) * grid - 1; at++) {
      const inside =
        values[at] === exact &&
        values[at - 1] === exact &&
        values[at + 1] === exact &&
        values[at - grid] === exact &&
        values[at + grid] === exact;
      if (!inside) continue;
      cells ??= new Uint8Array(grid * grid);
      for (const line of [at - grid, at, at + grid]) cells.fill(1, line - 1, line + 2);
    }
  }
  if (!cells) return undefined;
  const known = cells;
  // A point of a contour lies between the centres of two cells; centres are at halves.
  return ([x = NaN, y = NaN]) => {
    const first = Math.floor(y - 0.5) * grid + Math.floor(x - 0.5);
    const second = Math.ceil(y - 0.5) * grid + Math.ceil(x - 0.5);
    return known[first] === 1 || known[second] === 1;
  };
}
