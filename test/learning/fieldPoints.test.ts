import { describe, expect, it } from 'vitest';
import { fieldPoints } from '../../src/learning/fieldPoints.ts';

describe('fieldPoints', () => {
  it('are the centres of the cells, from the bottom left, row by row', () => {
    const window = { left: 0, right: 4, bottom: 10, top: 30 };
    expect(fieldPoints(window, 2)).toEqual(Float32Array.of(1, 15, 3, 15, 1, 25, 3, 25));
  });

  it('is the middle of the window for one cell', () => {
    const window = { left: -1, right: 2, bottom: -3, top: 4 };
    expect(fieldPoints(window, 1)).toEqual(Float32Array.of(0.5, 0.5));
  });
});
