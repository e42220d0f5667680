import { contours } from 'd3';
import { clipToSquare } from './clipToSquare.ts';
import { undecidedRegions } from './undecidedRegions.ts';

/** Contour levels of the probability of class 1 of two: ¼, ½, ¾. */
export const boundaryLevels: readonly number[] = [0.25, 0.5, 0.75];

/** The field whose lines are drawn, and where. */
export interface BoundaryPathsOptions {
  /**
   * Planes of resolution² probabilities at the centres of cells that fill a square, row 0 at the
   * bottom: of two classes that of class 1, of more a plane for each class, class after class.
   */
  readonly field: Float32Array;
  /** 2 or more. */
  readonly resolution: number;
  /** Side of the square in pixels. */
  readonly size: number;
  /** Of class 1 of two; of more classes the only line is their boundary. */
  readonly levels?: readonly number[];
}

/** A line of a field as an SVG path, y down. */
export interface BoundaryPath {
  /** The probability on the line; ½ for the boundary between any two classes. */
  readonly level: number;
  readonly path: string;
}

/**
 * Lines of equal probability: of two classes where class 1 has the levels, of more where the two
 * likeliest tie. They are traced in log odds: those of a network are almost straight from cell to
 * cell where probabilities jump from 0 to 1, whose contours would be stairs. A region that has exactly
 * a level has no line around it.
 */
export function boundaryPaths(options: BoundaryPathsOptions): BoundaryPath[] {
  const { field, resolution, size, levels = boundaryLevels } = options;
  const cells = resolution * resolution;
  if (field.length === cells) {
    const pathAt = contourPaths(field.map(logOdds), resolution, size);
    return levels.map((level) => ({ level, path: pathAt(logOdds(level)) }));
  }
  // The lines around each class, so that every boundary is there from both of its sides.
  const paths = classLeads(field, cells).map((lead) => contourPaths(lead, resolution, size)(0));
  return [{ level: 0.5, path: paths.join('') }];
}

/** Gives the path of a level of these values. */
function contourPaths(
  values: Float32Array,
  resolution: number,
  size: number,
): (level: number) => string {
  const padded = withBorder(values, resolution);
  const grid = resolution + 2;
  const contour = contours().size([grid, grid]);
  const [lowest, highest] = rangeOf(padded);
  return (level) => {
    if (!(lowest < level && level <= highest)) return '';
    // d3 types its values as numbers in an array, but only reads them by index.
    const { coordinates } = contour.contour(padded as unknown as number[], level);
    const rings = coordinates.flat();
    const hidden = undecidedRegions(padded, grid, level);
    return rings.map((ring) => clipToSquare(ring, resolution, size, hidden)).join('');
  };
}

/** The smallest normal number in single precision, in place of 0: 2^-126. */
const leastLog = Math.log(2 ** -126);

/** Per class the log odds between it and the likeliest other class. */
function classLeads(field: Float32Array, cells: number): Float32Array[] {
  const logs = field.map((p) => Math.max(leastLog, Math.log(p)));
  const planes = Array.from({ length: field.length / cells }, (_, k) =>
    logs.subarray(k * cells, (k + 1) * cells),
  );
  return planes.map((plane, k) => {
    const others = planes.filter((_, other) => other !== k);
    return plane.map((log, i) => log - Math.max(...others.map((other) => other[i] ?? NaN)));
  });
}

/** Log odds of the largest probability below 1 in single precision, 1 − 2^-24. */
const mostLogOdds = Math.log(2 ** 24);

/** ln(p / (1 − p)), limited for 0 and 1. */
function logOdds(p: number): number {
  return Math.max(-mostLogOdds, Math.min(mostLogOdds, Math.log(p / (1 - p))));
}

/**
 * The field with one more cell on each side, continued in a straight line. Contours exist only
 * between the centres of cells; with the border they reach beyond the square's edges, where they
 * are cut off together with the line along the border with which d3-contour closes them.
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

/** The least and the largest of the values; d3 takes what is not a number for less than any. */
function rangeOf(values: Float32Array): readonly [number, number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (!(value >= lowest)) lowest = Number.isNaN(value) ? -Infinity : value;
    if (value > highest) highest = value;
  }
  return [lowest, highest];
}

/** The value that continues the next two in a straight line. */
function continued(values: Float32Array, at: number, step: number): number {
  return 2 * (values[at + step] ?? NaN) - (values[at + 2 * step] ?? NaN);
}
