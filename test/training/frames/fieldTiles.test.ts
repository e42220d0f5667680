import { describe, expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import {
  coarserResolution,
  tiledField,
  tilesFor,
} from '../../../src/training/frames/fieldTiles.ts';
import { initialSnapshot } from '../../../src/training/session/snapshots.ts';

const window = { left: -1, right: 3, bottom: -2, top: 2 };

function makeEngine() {
  return createSimdEngine(articleConfiguration, initialSnapshot(articleConfiguration).parameters);
}

describe('tiledField', () => {
  it('is the same field in any number of pieces', async () => {
    const engine = await makeEngine();
    const whole = await engine.field(window, 24, [1]);
    for (const tiles of [1, 2, 4, 8]) {
      const field = await tiledField(engine, window, { resolution: 24, tiles }, () =>
        Promise.resolve(true),
      );
      // The window's halves are exact in binary, so the centres are the same numbers.
      expect(field).toEqual(whole);
    }
  });

  it('stops at the first breath that says so', async () => {
    const engine = await makeEngine();
    let breaths = 0;
    const field = await tiledField(engine, window, { resolution: 24, tiles: 4 }, () => {
      breaths++;
      return Promise.resolve(breaths < 3);
    });
    expect(field).toBeUndefined();
    expect(breaths).toBe(3);
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
