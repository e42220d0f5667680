import type { Window } from '../../learning/samples.ts';

const smallestTile = 16;

/** A field to be computed: `planes` values for each of resolution × resolution cells. */
export interface FieldGrid {
  readonly window: Window;
  readonly resolution: number;
  readonly planes: number;
}

/** Computes the field of a part of the window, plane after plane. */
export type ComputeTile = (window: Window, resolution: number) => Promise<Float32Array>;

/**
 * The field, computed in tiles × tiles parts. `tiles` divides the resolution.
 * @param proceed called between two parts; false = stop.
 * @returns plane after plane; undefined when it was stopped.
 */
export async function tiledField(
  { window, resolution, planes }: FieldGrid,
  tiles: number,
  compute: ComputeTile,
  proceed: () => Promise<boolean>,
): Promise<Float32Array | undefined> {
  if (tiles === 1) return compute(window, resolution);
  const field = new Float32Array(planes * resolution * resolution);
  const size = resolution / tiles;
  for (let tile = 0; tile < tiles * tiles; tile++) {
    if (tile > 0 && !(await proceed())) return undefined;
    const row = Math.floor(tile / tiles);
    const column = tile % tiles;
    const part = await compute(tileWindow(window, tiles, row, column), size);
    for (let line = 0; line < planes * size; line++) {
      const plane = Math.floor(line / size);
      const y = plane * resolution + row * size + (line % size);
      field.set(part.subarray(line * size, (line + 1) * size), y * resolution + column * size);
    }
  }
  return field;
}

function tileWindow(window: Window, tiles: number, row: number, column: number): Window {
  const width = (window.right - window.left) / tiles;
  const height = (window.top - window.bottom) / tiles;
  return {
    left: window.left + column * width,
    right: window.left + (column + 1) * width,
    bottom: window.bottom + row * height,
    top: window.bottom + (row + 1) * height,
  };
}

/**
 * Tiles along a side, so that each holds at most that many cells where it can be halved so far. Only
 * powers of two, because an engine may need a program for each size of a tile.
 */
export function tilesFor(resolution: number, cells: number): number {
  let tiles = 1;
  while ((resolution / tiles) ** 2 > cells && canHalve(resolution / tiles)) tiles *= 2;
  return tiles;
}

/** The resolution, halved until it holds at most that many cells where it can be halved so far. */
export function coarserResolution(resolution: number, cells: number): number {
  return resolution / tilesFor(resolution, cells);
}

function canHalve(size: number): boolean {
  return size % 2 === 0 && size / 2 >= smallestTile;
}
