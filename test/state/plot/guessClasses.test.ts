import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/learning/datasets/dataset.ts';
import type { Samples } from '../../../src/learning/samples.ts';
import { agreementOf, guessClasses } from '../../../src/state/plot/guessClasses.ts';

const window = { left: -1, right: 3, bottom: -2, top: 2 };
const resolution = 96;

/** A red sample in the middle of the left half, a blue one in that of the right half. */
const pair = samplesAt({ x: 0, y: 0 }, { x: 2, y: 0 });

function samplesAt(...points: readonly Point[]): Samples {
  return {
    points: Float32Array.from(points.flatMap(({ x, y }) => [x, y])),
    labels: Uint8Array.from(points, (_, i) => i % 2),
  };
}

/** The share of the cells that are blue. */
function blueShare(lines: readonly (readonly Point[])[], samples = pair): number {
  const classes = guessClasses(lines, samples, window, resolution);
  if (!classes) throw new Error('Expected classes.');
  return classes.reduce((sum, label) => sum + label, 0) / classes.length;
}

/** Points on a circle around a place, which almost meets itself. */
function circle(middle: Point, radius: number, turns = 0.97): Point[] {
  return Array.from({ length: 80 }, (_, i) => {
    const angle = (2 * Math.PI * turns * i) / 79;
    return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
  });
}

// A cell is 1/96 of a side: a line through cells shifts an area by at most its length in cells.
const tolerance = 0.02;

describe('guessClasses', () => {
  it('is nothing without a line, without samples, and for a single point', () => {
    const line = [
      { x: 1, y: -2 },
      { x: 1, y: 2 },
    ];
    expect(guessClasses([], pair, window, resolution)).toBeUndefined();
    expect(guessClasses([line.slice(1)], pair, window, resolution)).toBeUndefined();
    expect(guessClasses([line], samplesAt(), window, resolution)).toBeUndefined();
  });

  it('continues a short line straight to the edges', () => {
    // At x = 1.4 it leaves 1.6 of 4 to the right.
    const short = [
      { x: 1.4, y: -0.3 },
      { x: 1.4, y: 0.3 },
    ];
    expect(blueShare([short])).toBeCloseTo(0.4, 1);
    expect(Math.abs(blueShare([short]) - 0.4)).toBeLessThan(tolerance);
    // From (0, -1) to (2, 1) it halves the plane along its diagonal.
    const diagonal = [
      { x: 0.5, y: -0.5 },
      { x: 1.5, y: 0.5 },
    ];
    expect(Math.abs(blueShare([diagonal]) - 0.5)).toBeLessThan(tolerance);
  });

  it('closes a line whose ends are near', () => {
    const around = circle({ x: 2, y: 0 }, 0.8);
    const expected = (Math.PI * 0.8 ** 2) / 16;
    expect(Math.abs(blueShare([around]) - expected)).toBeLessThan(tolerance);
  });

  it('gives a part the class that most of its samples have', () => {
    const samples = samplesAt({ x: 2, y: 0 }, { x: 2, y: 1 }, { x: 2.2, y: -1 }, { x: 0, y: 0 });
    const line = [
      { x: 1, y: -1 },
      { x: 1, y: 1 },
    ];
    // Two red ones and a blue one to the right, a blue one to the left.
    expect(Math.abs(blueShare([line], samples) - 0.5)).toBeLessThan(tolerance);
    const classes = guessClasses([line], samples, window, resolution);
    expect([classes?.[0], classes?.at(-1)]).toEqual([1, 0]);
  });

  it('gives a part without samples the class of the nearest one', () => {
    const corner = circle({ x: 2.5, y: 1.5 }, 0.3);
    const line = [
      { x: 1, y: -1 },
      { x: 1, y: 1 },
    ];
    expect(blueShare([line, corner])).toBe(blueShare([line]));
  });

  it('lets lines cross', () => {
    const corners = samplesAt(
      ...[
        { x: 0, y: 1 },
        { x: 2, y: 1 },
        { x: 2, y: -1 },
        { x: 0, y: -1 },
      ],
    );
    const cross = [
      [
        { x: 1, y: -1 },
        { x: 1, y: 1 },
      ],
      [
        { x: 0, y: 0 },
        { x: 2, y: 0 },
      ],
    ];
    const classes = guessClasses(cross, corners, window, resolution);
    const at = (column: number, row: number) => classes?.[row * resolution + column];
    expect([at(5, 90), at(90, 90), at(90, 5), at(5, 5)]).toEqual([0, 1, 0, 1]);
  });

  it('gives every cell a class, for any lines', () => {
    const wild = Array.from({ length: 200 }, (_, i) => ({
      x: 9 * Math.sin(i * i),
      y: 7 * Math.cos(3 * i),
    }));
    const classes = guessClasses([wild], pair, window, 32);
    expect(new Set(classes)).toEqual(new Set([0, 1]));
  });
});

it('agreementOf is the share of equal cells', () => {
  expect(agreementOf(Uint8Array.of(0, 1, 1, 0), Uint8Array.of(0, 1, 0, 1))).toBe(0.5);
  expect(agreementOf(Uint8Array.of(2, 1), Uint8Array.of(2, 1))).toBe(1);
});
