import { describe, expect, it } from 'vitest';
import { fieldPoints } from '../../../src/learning/fieldPoints.ts';
import { fieldValue } from '../../../src/state/plot/fieldValue.ts';
import type { FieldPicture } from '../../../src/training/protocol/watches.ts';

const window = { left: -1, right: 3, bottom: 0, top: 4 };
const resolution = 8;
const plane = (x: number, y: number) => 0.1 + 0.05 * x + 0.1 * y;

function frameOf(value: (x: number, y: number) => number): FieldPicture {
  const points = fieldPoints(window, resolution);
  const values = Float32Array.from({ length: resolution ** 2 }, (_, i) =>
    value(points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN),
  );
  return { kind: 'field', class: 1, window, resolution, values };
}

describe('fieldValue', () => {
  it('gives a plane back exactly between the outermost centres', () => {
    const frame = frameOf(plane);
    for (const [x, y] of [
      [-0.75, 0.25],
      [0, 1],
      [1.3, 2.9],
      [2.75, 3.75],
    ] as const) {
      // Single precision.
      expect(fieldValue(frame, { x, y })).toBeCloseTo(plane(x, y), 6);
    }
  });

  it('is level beyond the outermost centres, and undefined outside', () => {
    const frame = frameOf(plane);
    expect(fieldValue(frame, { x: -1, y: 0 })).toBeCloseTo(plane(-0.75, 0.25), 6);
    expect(fieldValue(frame, { x: 3, y: 4 })).toBeCloseTo(plane(2.75, 3.75), 6);
    expect(fieldValue(frame, { x: 3.01, y: 1 })).toBeUndefined();
    expect(fieldValue(frame, { x: 0, y: -0.01 })).toBeUndefined();
  });
});
