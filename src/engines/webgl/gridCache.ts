import { fieldPoints } from '../../learning/fieldPoints.ts';
import type { Window } from '../../learning/samples.ts';
import type { WebglDevice } from './device.ts';
import { release } from './quads.ts';
import { type SampleTexture, uploadSamples } from './sampleTexture.ts';

/** The largest number of cells in the cache, unless a single grid has more. */
const mostCells = 2 ** 18;

/**
 * The grids of recent fields. Training computes the same fields repeatedly, as a whole or tile by
 * tile.
 */
export class GridCache {
  readonly #device: WebglDevice;
  readonly #features: readonly string[];
  readonly #grids = new Map<string, SampleTexture>();
  #cells = 0;

  constructor(device: WebglDevice, features: readonly string[]) {
    this.#device = device;
    this.#features = features;
  }

  of(window: Window, resolution: number): SampleTexture {
    const { left, right, bottom, top } = window;
    const key = [left, right, bottom, top, resolution].join(' ');
    const found = this.#grids.get(key);
    if (found) return found;
    const grid = uploadSamples(this.#device, this.#features, fieldPoints(window, resolution));
    this.#makeRoom(grid.size);
    this.#grids.set(key, grid);
    this.#cells += grid.size;
    return grid;
  }

  dispose(): void {
    this.#makeRoom(mostCells);
  }

  /** Drops the oldest grids until there is room for that many cells. */
  #makeRoom(cells: number): void {
    for (const [key, grid] of this.#grids) {
      if (this.#cells + cells <= mostCells) return;
      release(this.#device, grid.texture);
      this.#grids.delete(key);
      this.#cells -= grid.size;
    }
  }
}
