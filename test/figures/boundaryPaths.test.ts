import { describe, expect, test } from 'vitest';
import { boundaryPaths } from '../../src/figures/boundaryPaths.ts';
import { pathPoints, subpaths } from './pathPoints.ts';

const size = 600;
const resolution = 64;
const cell = size / resolution;
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** A field over the square from −1 to 1 in both directions. */
function fieldOf(probability: (x: number, y: number) => number, cells = resolution): Float32Array {
  const field = new Float32Array(cells * cells);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const [x, y] = [column, row].map((i) => (2 * (i + 0.5)) / cells - 1);
      field[row * cells + column] = probability(x, y);
    }
  }
  return field;
}

/** From pixels of the square back to data units. */
const toData = ({ x, y }: { x: number; y: number }) => ({
  x: (2 * x) / size - 1,
  y: 1 - (2 * y) / size,
});

describe('p = sigmoid(5x)', () => {
  const [quarter, half, threeQuarters] = boundaryPaths(
    fieldOf((x) => sigmoid(5 * x)),
    resolution,
    size,
  );

  test.each([
    ['¼', quarter, -Math.log(3) / 5],
    ['½', half, 0],
    ['¾', threeQuarters, Math.log(3) / 5],
  ])('the %s line is upright at its x, from edge to edge, in one piece', (_name, path, x) => {
    expect(subpaths(path).length).toBe(1);
    const points = pathPoints(path);
    // Linear interpolation is a small part of a cell off; paths are rounded to 0.1 pixel.
    for (const point of points)
      expect(Math.abs(toData(point).x - x) * (size / 2)).toBeLessThan(0.4);
    const heights = points.map(({ y }) => y);
    expect(Math.min(...heights)).toBe(0);
    expect(Math.max(...heights)).toBe(size);
  });
});

test('row 0 of the field is at the bottom: a line at y = 0.5 is in the upper half', () => {
  const [, half] = boundaryPaths(
    fieldOf((_x, y) => sigmoid(9 * (y - 0.5))),
    resolution,
    size,
  );
  for (const { y } of pathPoints(half)) expect(Math.abs(y - size / 4)).toBeLessThan(0.4);
});

test('a steep boundary is a straight line, not stairs', () => {
  // Log odds change by 9 from one cell to the next, probabilities from 0.0001 to 0.9999.
  const field = fieldOf((x, y) => sigmoid(288 * (0.8 * x + 0.6 * y - 0.1)));
  for (const path of boundaryPaths(field, resolution, size)) {
    expect(pathPoints(path).length).toBeGreaterThan(resolution);
    for (const { x, y } of pathPoints(path).map(toData)) {
      expect(Math.abs(0.8 * x + 0.6 * y - 0.1) * (size / 2)).toBeLessThan(2);
    }
  }
  const [, half] = boundaryPaths(field, resolution, size);
  for (const { x, y } of pathPoints(half).map(toData)) {
    expect(Math.abs(0.8 * x + 0.6 * y - 0.1) * (size / 2)).toBeLessThan(0.2);
  }
});

test('a circle comes out closed, with its radius', () => {
  const [, half] = boundaryPaths(
    fieldOf((x, y) => sigmoid(8 * (0.6 - Math.hypot(x, y)))),
    resolution,
    size,
  );
  const [ring, ...others] = subpaths(half);
  expect(others).toEqual([]);
  expect(ring[0]).toEqual(ring[ring.length - 1]);
  for (const { x, y } of ring.map(toData)) {
    expect(Math.abs(Math.hypot(x, y) - 0.6) * (size / 2)).toBeLessThan(0.1 * cell);
  }
});

describe('at the edges', () => {
  test('no line runs along the frame, whichever side is blue', () => {
    for (const sign of [1, -1]) {
      const [, half] = boundaryPaths(
        fieldOf((x, y) => sigmoid(6 * sign * (x + 2 * y))),
        resolution,
        size,
      );
      const onEdge = pathPoints(half).filter(
        ({ x, y }) => x === 0 || x === size || y === 0 || y === size,
      );
      expect(onEdge.length).toBe(2);
      for (const { x, y } of pathPoints(half).map(toData)) {
        expect((Math.abs(x + 2 * y) / Math.sqrt(5)) * (size / 2)).toBeLessThan(0.3);
      }
    }
  });

  test('a circle cut by all four sides is four open arcs that end on the frame', () => {
    const [, half] = boundaryPaths(
      fieldOf((x, y) => sigmoid(8 * (1.2 - Math.hypot(x, y)))),
      resolution,
      size,
    );
    const ends = subpaths(half).flatMap((arc) => [arc[0], arc[arc.length - 1]]);
    const distances = ends.map(({ x, y }) => Math.min(x, y, size - x, size - y));
    // d3 begins each ring somewhere, so that an arc may be in two parts that meet.
    const inside = ends.filter((_, i) => distances[i] > 0).map(({ x, y }) => `${x},${y}`);
    expect(distances.filter((distance) => distance === 0).length).toBe(8);
    expect(inside.length).toBe(2 * new Set(inside).size);
    for (const { x, y } of pathPoints(half).map(toData)) {
      expect(Math.abs(Math.hypot(x, y) - 1.2) * (size / 2)).toBeLessThan(0.1 * cell);
    }
  });

  test('a line within half a cell of the frame is drawn', () => {
    const x = 1 - 0.25 / resolution; // an eighth of a cell inside; the last centres lie before it
    const [, half] = boundaryPaths(
      fieldOf((at) => 0.5 + 0.3 * (at - x)),
      resolution,
      size,
    );
    expect(pathPoints(half).length).toBeGreaterThan(2);
    for (const point of pathPoints(half)) {
      expect(Math.abs(toData(point).x - x) * (size / 2)).toBeLessThan(0.1);
    }
  });
});

test('all of one colour has no line', () => {
  for (const value of [0, 0.2499, 0.7501, 1]) {
    const flat = new Float32Array(resolution ** 2).fill(value);
    expect(boundaryPaths(flat, resolution, size)).toEqual(['', '', '']);
  }
});

test('a field that is not finite breaks nothing and leaves no point without a place', () => {
  expect(boundaryPaths(new Float32Array(16).fill(NaN), 4, size)).toEqual(['', '', '']);
  const broken = fieldOf((x) => sigmoid(5 * x));
  broken.fill(NaN, 0, broken.length / 2);
  for (const path of boundaryPaths(broken, resolution, size)) {
    expect(path).not.toMatch(/NaN|Infinity/);
    expect(pathPoints(path).length).toBeGreaterThan(10);
  }
});

test('other levels, other sizes: twice the size, twice the coordinates', () => {
  const field = fieldOf((x, y) => sigmoid(4 * x * y + y), 16);
  const [small] = boundaryPaths(field, 16, 160, [0.4]);
  const [large] = boundaryPaths(field, 16, 320, [0.4]);
  const twice = pathPoints(small).map(({ x, y }) => ({ x: 2 * x, y: 2 * y }));
  pathPoints(large).forEach(({ x, y }, i) => {
    expect(Math.abs(x - twice[i].x)).toBeLessThan(0.16);
    expect(Math.abs(y - twice[i].y)).toBeLessThan(0.16);
  });
});
