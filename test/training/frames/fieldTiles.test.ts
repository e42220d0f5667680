import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import {
  coarserResolution,
  type ComputeTile,
  tiledField,
  tilesFor,
} from '../../../src/training/frames/fieldTiles.ts';
import { initialSnapshot } from '../../../src/training/session/snapshots.ts';

const window = { left: -1, right: 3, bottom: -2, top: 2 };

function makeEngine() {
  return createSimdEngine(articleConfiguration, initialSnapshot(articleConfiguration).parameters);
}

const proceed = () => Promise.resolve(true);

describe('tiledField', () => {
  it('is the same field in any number of tiles', async () => {
    const engine = await makeEngine();
    const whole = await engine.field(window, 24, [1]);
    const compute: ComputeTile = (part, size) => engine.field(part, size, [1]);
    for (const tiles of [1, 2, 4, 8]) {
      const grid = { window, resolution: 24, planes: 1 };
      // The window's halves are exact in binary, so the centres are the same numbers.
      expect(await tiledField(grid, tiles, compute, proceed)).toEqual(whole);
    }
  });

  it('keeps planes apart', async () => {
    // Two planes of which one is x and the other y at the centres of the cells.
    const compute: ComputeTile = ({ left, right, bottom, top }, size) => {
      const centres = (from: number, to: number) =>
        Array.from({ length: size }, (_, i) => from + ((i + 0.5) * (to - from)) / size);
      const [xs, ys] = [centres(left, right), centres(bottom, top)];
      const planes = [ys.flatMap(() => xs), ys.flatMap((y) => xs.map(() => y))];
      return Promise.resolve(Float32Array.from(planes.flat()));
    };
    const grid = { window, resolution: 8, planes: 2 };
    const whole = await compute(window, 8);
    expect(await tiledField(grid, 4, compute, proceed)).toEqual(whole);
  });

  it('stops after the first tile at which it is told to', async () => {
    const engine = await makeEngine();
    let tiles = 0;
    const field = await tiledField(
      { window, resolution: 24, planes: 1 },
      4,
      (part, size) => engine.field(part, size),
      () => {
        tiles++;
        return Promise.resolve(tiles < 3);
      },
    );
    expect(field).toBeUndefined();
    expect(tiles).toBe(3);
  });
});

describe('tilesFor', () => {
  it('halves until a tile is small enough, but not below 16 cells a side', () => {
    expect(tilesFor(192, 36_864)).toBe(1);
    expect(tilesFor(192, 36_863)).toBe(2);
    expect(tilesFor(192, 1000)).toBe(8);
    expect(tilesFor(192, 1)).toBe(8);
    expect(tilesFor(16, 1)).toBe(1);
    expect(tilesFor(99, 1)).toBe(1);
  });

  it('gives the coarser resolution as well', () => {
    expect(coarserResolution(96, Infinity)).toBe(96);
    expect(coarserResolution(96, 1000)).toBe(24);
  });
});
