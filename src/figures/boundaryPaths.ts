import { contours } from 'd3';
import { clipToSquare } from './clipToSquare.ts';

/** Of blue: torn, and three to one on either side. */
export const boundaryLevels: readonly number[] = [0.25, 0.5, 0.75];

/**
 * Lines of equal probability as SVG paths in a square of side `size`, y down, one path a level. They
 * are looked for in log odds: a network's are close to straight from cell to cell where probabilities
 * jump from 0 to 1, of which the lines would become stairs.
 * @param field resolution² values at the centres of cells that fill the square, row 0 at the bottom.
 * @param resolution 2 or more.
 */
export function boundaryPaths(
  field: Float32Array,
  resolution: number,
  size: number,
  levels: readonly number[] = boundaryLevels,
): string[] {
  const padded = withBorder(field.map(logOdds), resolution);
  const grid = resolution + 2;
  const contour = contours().size([grid, grid]);
  return levels.map((level) => {
    // d3 types its values as numbers in an array, but only reads them by index.
    const { coordinates } = contour.contour(padded as unknown as number[], logOdds(level));
    let path = '';
    for (const polygon of coordinates) {
      for (const ring of polygon) path += clipToSquare(ring, resolution, size);
    }
    return path;
  });
}

/** What a probability of 1 is short of, in single precision, at most: 2^-24. */
const mostLogOdds = Math.log(2 ** 24);

/** ln(p / (1 − p)), with an end for 0 and 1. */
function logOdds(p: number): number {
  return Math.max(-mostLogOdds, Math.min(mostLogOdds, Math.log(p / (1 - p))));
}

/**
 * The field with one more cell on each side, continued in a straight line. Contours are known between
 * the centres of cells only; so they are known beyond the square's edges, where they are cut off
 * together with the line along the border by which d3-contour closes them.
 */
function withBorder(field: Float32Array, resolution: number): Float32Array {
  const grid = resolution + 2;
  const padded = new Float32Array(grid * grid);
  for (let row = 0; row < resolution; row++) {
    const start = (row + 1) * grid;
    padded.set(field.subarray(row * resolution, (row + 1) * resolution), start + 1);
    padded[start] = continued(padded, start, 1);
    padded[start + grid - 1] = continued(padded, start + grid - 1, -1);
  }
  for (let column = 0; column < grid; column++) {
    const last = (grid - 1) * grid + column;
    padded[column] = continued(padded, column, grid);
    padded[last] = continued(padded, last, -grid);
  }
  return padded;
}

/** The value that goes on in a straight line from the next two. */
function continued(values: Float32Array, at: number, step: number): number {
  return 2 * values[at + step] - values[at + 2 * step];
}
