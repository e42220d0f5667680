import type { Engine } from '../../learning/engine.ts';
import type { Window } from '../../learning/samples.ts';
import type { Surroundings } from '../session/surroundings.ts';

const smallestTile = 16;

/**
 * The field of `Engine.field`, computed in tiles × tiles parts with a breath after each; undefined
 * when a breath said to stop. `tiles` divides the resolution.
 */
export async function tiledField(
  engine: Engine,
  window: Window,
  { resolution, tiles }: { readonly resolution: number; readonly tiles: number },
  breathe: Surroundings['breathe'],
): Promise<Float32Array | undefined> {
  if (tiles === 1) return engine.field(window, resolution, [1]);
  const field = new Float32Array(resolution * resolution);
  const size = resolution / tiles;
  for (let tile = 0; tile < tiles * tiles; tile++) {
    const row = Math.floor(tile / tiles);
    const column = tile % tiles;
    const part = await engine.field(tileWindow(window, tiles, row, column), size, [1]);
    for (let y = 0; y < size; y++) {
      const start = (row * size + y) * resolution + column * size;
      field.set(part.subarray(y * size, (y + 1) * size), start);
    }
    if (!(await breathe())) return undefined;
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
 * In how many tiles along a side to cut the field, so that each holds at most so many cells. Only
 * powers of two, because an engine may need a program for each size of a tile.
 */
export function tilesFor(resolution: number, cells: number): number {
  let tiles = 1;
  while ((resolution / tiles) ** 2 > cells && canHalve(resolution / tiles)) tiles *= 2;
  return tiles;
}

/** The resolution, halved until it holds at most so many cells. */
export function coarserResolution(resolution: number, cells: number): number {
  return resolution / tilesFor(resolution, cells);
}

function canHalve(size: number): boolean {
  return size % 2 === 0 && size / 2 >= smallestTile;
}
