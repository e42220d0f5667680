import { predictedClasses } from '../../learning/evaluation/predictedClasses.ts';
import type { DecisionSettings } from '../experiment/settings.ts';
import type { FieldPlanes } from './plotField.svelte.ts';

/** A connected part of the plane in which one class is predicted. */
export interface FieldRegion {
  readonly predicted: number;
  /** Its share of the plane, 0 to 1. */
  readonly share: number;
  /** Its middle; 0 to 1 from the left and from the bottom. */
  readonly x: number;
  readonly y: number;
  /** Whether it lies within the plane, away from its edges. */
  readonly enclosed: boolean;
}

/** Regions that are a smaller share of the plane than this are left out. */
const smallest = 0.001;

/** The predicted class of each cell, row 0 at the bottom. */
export function fieldClasses(
  planes: Omit<FieldPlanes, 'window'>,
  decision: DecisionSettings,
): Uint8Array {
  const { values, resolution } = planes;
  const cells = resolution * resolution;
  const classes = values.length === cells ? 2 : values.length / cells;
  const rows = new Float32Array(cells * classes);
  for (let cell = 0; cell < cells; cell++) {
    if (classes === 2) {
      const p = values[cell] ?? NaN;
      rows.set([1 - p, p], 2 * cell);
    } else {
      for (let c = 0; c < classes; c++) rows[cell * classes + c] = values[c * cells + cell] ?? NaN;
    }
  }
  return predictedClasses(rows, classes, decision);
}

/** The connected regions of the cells, the largest first. */
export function fieldRegions(classes: Uint8Array, resolution: number): FieldRegion[] {
  const seen = new Uint8Array(classes.length);
  const regions: FieldRegion[] = [];
  for (let start = 0; start < classes.length; start++) {
    if (seen[start]) continue;
    const region = regionFrom(start, { classes, resolution, seen });
    if (region.share >= smallest) regions.push(region);
  }
  return regions.sort((a, b) => b.share - a.share);
}

interface Cells {
  readonly classes: Uint8Array;
  readonly resolution: number;
  /** 1 for cells that belong to a region already. */
  readonly seen: Uint8Array;
}

/** The region that a cell belongs to, by a flood from it. */
function regionFrom(start: number, { classes, resolution, seen }: Cells): FieldRegion {
  const predicted = classes[start] ?? 0;
  const stack = [start];
  const last = resolution - 1;
  let [count, x, y] = [0, 0, 0];
  let enclosed = true;
  const visit = (cell: number) => {
    if (seen[cell] || classes[cell] !== predicted) return;
    seen[cell] = 1;
    stack.push(cell);
  };
  seen[start] = 1;
  for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
    const column = cell % resolution;
    const row = (cell - column) / resolution;
    count++;
    x += column + 0.5;
    y += row + 0.5;
    if (column === 0 || row === 0 || column === last || row === last) enclosed = false;
    if (column > 0) visit(cell - 1);
    if (column < last) visit(cell + 1);
    if (row > 0) visit(cell - resolution);
    if (row < last) visit(cell + resolution);
  }
  const middle = (sum: number) => sum / count / resolution;
  return { predicted, share: count / classes.length, x: middle(x), y: middle(y), enclosed };
}
