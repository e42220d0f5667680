import type { Point } from '../../learning/datasets/dataset.ts';
import { entryAt } from '../../learning/entryAt.ts';
import type { Samples, Window } from '../../learning/samples.ts';

/** A line as it was drawn, in data units. */
export type DrawnLine = readonly Point[];

/** Ends closer than this to each other close a line, as a share of the side of the window. */
const closing = 0.12;

/** A line must be this many times as long as the gap that is closed. */
const longerThanGap = 3;

/** The last part of a line that tells in which direction it continues, as a share of the side. */
const tail = 0.08;

/**
 * The class of each of resolution² cells of the window, row 0 at the bottom, when these lines are the
 * boundaries: a line whose ends are close to each other is closed, any other one continues straight to
 * the edges. Each part of the plane is of the class that most samples in it have; one without samples,
 * of the class of the sample nearest to its middle. Undefined without a line or without samples.
 */
export function guessClasses(
  lines: readonly DrawnLine[],
  samples: Samples,
  window: Window,
  resolution: number,
): Uint8Array | undefined {
  const drawn = lines.filter((line) => line.length > 1);
  if (drawn.length === 0 || samples.labels.length === 0) return undefined;
  const grid = { parts: new Int32Array(resolution * resolution).fill(unknown), resolution };
  for (const line of drawn) {
    const inCells = line.map((point) => cellPlace(point, window, resolution));
    markLine(grid, wholeLine(inCells, resolution));
  }
  const placed = { cells: cellsOf(samples, window, resolution), labels: samples.labels };
  const classes: number[] = [];
  for (const [cell, part] of grid.parts.entries()) {
    if (part !== unknown) continue;
    const middle = flood(grid, cell, classes.length);
    classes.push(classOfPart(grid, placed, classes.length, middle));
  }
  if (classes.length === 0) return undefined;
  coverWalls(grid);
  return Uint8Array.from(grid.parts, (part) => entryAt(classes, part));
}

/** The share of cells, 0 to 1, that are of the same class in both. */
export function agreementOf(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((count, label, cell) => count + Number(label === b[cell]), 0) / a.length;
}

/** A cell that no part has reached yet, and one that a line goes through. */
const unknown = -1;
const wall = -2;

/** The part of the plane that each cell belongs to. */
interface Grid {
  readonly parts: Int32Array;
  readonly resolution: number;
}

/** In cells, from the lower left corner. */
function cellPlace({ x, y }: Point, { left, right, bottom, top }: Window, resolution: number) {
  return {
    x: ((x - left) / (right - left)) * resolution,
    y: ((y - bottom) / (top - bottom)) * resolution,
  };
}

/** The cell of each sample; -1 outside of the window. */
function cellsOf({ points, labels }: Samples, window: Window, resolution: number): Int32Array {
  return Int32Array.from(labels, (_, i) => {
    const point = { x: points[2 * i] ?? NaN, y: points[2 * i + 1] ?? NaN };
    const { x, y } = cellPlace(point, window, resolution);
    return cellAt(Math.floor(x), Math.floor(y), resolution);
  });
}

function cellAt(column: number, row: number, resolution: number): number {
  const inside = column >= 0 && column < resolution && row >= 0 && row < resolution;
  return inside ? row * resolution + column : -1;
}

/** The line closed, or continued beyond the edges; in cells. */
function wholeLine(line: readonly Point[], resolution: number): readonly Point[] {
  const first = entryAt(line, 0);
  const last = entryAt(line, line.length - 1);
  const gap = distance(first, last);
  const isClosed = gap < closing * resolution && lengthOf(line) > longerThanGap * gap;
  if (isClosed) return [...line, first];
  return [beyond(line.toReversed(), resolution), ...line, beyond(line, resolution)];
}

/** A place outside of the window, in the direction in which the line ends. */
function beyond(line: readonly Point[], resolution: number): Point {
  const end = entryAt(line, line.length - 1);
  const before =
    line.findLast((point) => distance(point, end) > tail * resolution) ?? entryAt(line, 0);
  const length = distance(before, end) || 1;
  const far = (2 * resolution) / length;
  return { x: end.x + (end.x - before.x) * far, y: end.y + (end.y - before.y) * far };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, point, i) => sum + distance(point, line[i - 1] ?? point), 0);
}

/** Makes walls of the cells under a line; a flood to the four neighbours cannot cross them. */
function markLine({ parts, resolution }: Grid, line: readonly Point[]): void {
  for (const [i, to] of line.entries()) {
    const from = line[i - 1] ?? to;
    const steps = Math.max(1, Math.ceil(4 * distance(from, to)));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const column = Math.floor(from.x + (to.x - from.x) * share);
      const row = Math.floor(from.y + (to.y - from.y) * share);
      const cell = cellAt(column, row, resolution);
      if (cell >= 0) parts[cell] = wall;
    }
  }
}

/** Gives a number to all cells that hang together with this one; returns their middle, in cells. */
function flood({ parts, resolution }: Grid, start: number, part: number): Point {
  const stack = [start];
  let [count, x, y] = [0, 0, 0];
  parts[start] = part;
  for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
    const column = cell % resolution;
    count++;
    x += column + 0.5;
    y += Math.floor(cell / resolution) + 0.5;
    for (const next of neighbours(cell, resolution)) {
      if (parts[next] !== unknown) continue;
      parts[next] = part;
      stack.push(next);
    }
  }
  return { x: x / count, y: y / count };
}

function neighbours(cell: number, resolution: number): readonly number[] {
  const column = cell % resolution;
  const row = Math.floor(cell / resolution);
  return [
    cellAt(column - 1, row, resolution),
    cellAt(column + 1, row, resolution),
    cellAt(column, row - 1, resolution),
    cellAt(column, row + 1, resolution),
  ].filter((next) => next >= 0);
}

/** Samples, by the cells in which they are. */
interface PlacedSamples {
  readonly cells: Int32Array;
  readonly labels: Uint8Array;
}

function classOfPart(
  { parts, resolution }: Grid,
  { cells, labels }: PlacedSamples,
  part: number,
  middle: Point,
): number {
  const counts = new Uint32Array(256);
  let nearest = { label: 0, away: Infinity };
  for (const [i, cell] of cells.entries()) {
    if (cell < 0) continue;
    const label = labels[i] ?? 0;
    if (parts[cell] === part) counts[label] = (counts[label] ?? 0) + 1;
    const at = { x: (cell % resolution) + 0.5, y: Math.floor(cell / resolution) + 0.5 };
    const away = distance(at, middle);
    if (away < nearest.away) nearest = { label, away };
  }
  const most = Math.max(...counts);
  return most > 0 ? counts.indexOf(most) : nearest.label;
}

/** Gives each cell under a line to a part beside it. */
function coverWalls({ parts, resolution }: Grid): void {
  let edge = Array.from(parts.keys()).filter((cell) => isKnown(parts, cell));
  while (edge.length > 0) {
    const reached: number[] = [];
    for (const cell of edge) {
      for (const next of neighbours(cell, resolution)) {
        if (parts[next] !== wall) continue;
        parts[next] = parts[cell] ?? wall;
        reached.push(next);
      }
    }
    edge = reached;
  }
}

function isKnown(parts: Int32Array, cell: number): boolean {
  return (parts[cell] ?? wall) >= 0;
}
