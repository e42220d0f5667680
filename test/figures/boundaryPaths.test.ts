import { describe, expect, test } from 'vitest';
import { entryAt } from '../../src/learning/entryAt.ts';
import { boundaryPaths, type BoundaryPathsOptions } from '../../src/figures/boundaryPaths.ts';
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
      const place = (i: number) => (2 * (i + 0.5)) / cells - 1;
      field[row * cells + column] = probability(place(column), place(row));
    }
  }
  return field;
}

/** The lines of a field, without their levels. */
function linesOf(field: Float32Array, options: Partial<BoundaryPathsOptions> = {}): string[] {
  return boundaryPaths({ field, resolution, size, ...options }).map(({ path }) => path);
}

/** The line at ½. */
function boundaryOf(field: Float32Array): string {
  return entryAt(linesOf(field), 1);
}

/** From pixels of the square back to data units. */
const toData = ({ x, y }: { x: number; y: number }) => ({
  x: (2 * x) / size - 1,
  y: 1 - (2 * y) / size,
});

describe('p = sigmoid(5x)', () => {
  const lines = linesOf(fieldOf((x) => sigmoid(5 * x)));

  test.each([
    ['¼', 0, -Math.log(3) / 5],
    ['½', 1, 0],
    ['¾', 2, Math.log(3) / 5],
  ])('the %s line is upright at its x, from edge to edge, in one piece', (_name, index, x) => {
    const path = entryAt(lines, index);
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
  const half = boundaryOf(fieldOf((_x, y) => sigmoid(9 * (y - 0.5))));
  for (const { y } of pathPoints(half)) expect(Math.abs(y - size / 4)).toBeLessThan(0.4);
});

test('a steep boundary is a straight line, not stairs', () => {
  // Log odds change by 9 from one cell to the next, probabilities from 0.0001 to 0.9999.
  const field = fieldOf((x, y) => sigmoid(288 * (0.8 * x + 0.6 * y - 0.1)));
  for (const path of linesOf(field)) {
    expect(pathPoints(path).length).toBeGreaterThan(resolution);
    for (const { x, y } of pathPoints(path).map(toData)) {
      expect(Math.abs(0.8 * x + 0.6 * y - 0.1) * (size / 2)).toBeLessThan(2);
    }
  }
  const half = boundaryOf(field);
  for (const { x, y } of pathPoints(half).map(toData)) {
    expect(Math.abs(0.8 * x + 0.6 * y - 0.1) * (size / 2)).toBeLessThan(0.2);
  }
});

test('a circle comes out closed, with its radius', () => {
  const half = boundaryOf(fieldOf((x, y) => sigmoid(8 * (0.6 - Math.hypot(x, y)))));
  const [ring = [], ...others] = subpaths(half);
  expect(others).toEqual([]);
  expect(ring.length).toBeGreaterThan(resolution);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const { x, y } of ring.map(toData)) {
    expect(Math.abs(Math.hypot(x, y) - 0.6) * (size / 2)).toBeLessThan(0.1 * cell);
  }
});

describe('at the edges', () => {
  test('no line runs along the frame, whichever side is blue', () => {
    for (const sign of [1, -1]) {
      const half = boundaryOf(fieldOf((x, y) => sigmoid(6 * sign * (x + 2 * y))));
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
    const half = boundaryOf(fieldOf((x, y) => sigmoid(8 * (1.2 - Math.hypot(x, y)))));
    const ends = subpaths(half).flatMap((arc) => [entryAt(arc, 0), entryAt(arc, arc.length - 1)]);
    const distances = ends.map(({ x, y }) => Math.min(x, y, size - x, size - y));
    // d3 begins each ring somewhere, so that an arc may be in two parts that meet.
    const inside = ends.filter((_, i) => entryAt(distances, i) > 0).map(({ x, y }) => `${x},${y}`);
    expect(distances.filter((distance) => distance === 0).length).toBe(8);
    expect(inside.length).toBe(2 * new Set(inside).size);
    for (const { x, y } of pathPoints(half).map(toData)) {
      expect(Math.abs(Math.hypot(x, y) - 1.2) * (size / 2)).toBeLessThan(0.1 * cell);
    }
  });

  test('a line within half a cell of the frame is drawn', () => {
    const x = 1 - 0.25 / resolution; // an eighth of a cell inside; the last centres lie before it
    const half = boundaryOf(fieldOf((at) => 0.5 + 0.3 * (at - x)));
    expect(pathPoints(half).length).toBeGreaterThan(2);
    for (const point of pathPoints(half)) {
      expect(Math.abs(toData(point).x - x) * (size / 2)).toBeLessThan(0.1);
    }
  });
});

test('a field of one class has no line', () => {
  for (const value of [0, 0.2499, 0.7501, 1]) {
    const flat = new Float32Array(resolution ** 2).fill(value);
    expect(linesOf(flat)).toEqual(['', '', '']);
  }
});

test('a field that is not finite gives paths with finite points only', () => {
  expect(linesOf(new Float32Array(16).fill(NaN), { resolution: 4 })).toEqual(['', '', '']);
  const broken = fieldOf((x) => sigmoid(5 * x));
  broken.fill(NaN, 0, broken.length / 2);
  for (const path of linesOf(broken)) {
    expect(path).not.toMatch(/NaN|Infinity/);
    expect(pathPoints(path).length).toBeGreaterThan(10);
  }
});

test('other levels, other sizes: twice the size, twice the coordinates', () => {
  const field = fieldOf((x, y) => sigmoid(4 * x * y + y), 16);
  const lineOf = (side: number) =>
    linesOf(field, { resolution: 16, size: side, levels: [0.4] }).join('');
  const [small, large] = [lineOf(160), lineOf(320)];
  const twice = pathPoints(small).map(({ x, y }) => ({ x: 2 * x, y: 2 * y }));
  const points = pathPoints(large);
  expect(points).toHaveLength(twice.length);
  points.forEach(({ x, y }, i) => {
    expect(Math.abs(x - entryAt(twice, i).x)).toBeLessThan(0.16);
    expect(Math.abs(y - entryAt(twice, i).y)).toBeLessThan(0.16);
  });
});

test('each line comes with its level', () => {
  const field = fieldOf((x) => sigmoid(5 * x));
  const levels = (options: Partial<BoundaryPathsOptions>) =>
    boundaryPaths({ field, resolution, size, ...options }).map(({ level }) => level);
  expect(levels({})).toEqual([0.25, 0.5, 0.75]);
  expect(levels({ levels: [0.3] })).toEqual([0.3]);
});

describe('three classes', () => {
  /** Softmax of three logits, as three planes. */
  function planesOf(logits: (x: number, y: number) => readonly number[]): Float32Array {
    const planes = [0, 1, 2].map((k) =>
      fieldOf((x, y) => {
        const exponentials = logits(x, y).map(Math.exp);
        return entryAt(exponentials, k) / exponentials.reduce((sum, one) => sum + one, 0);
      }),
    );
    return Float32Array.from(planes.flatMap((plane) => [...plane]));
  }

  test('have one line, where the two likeliest tie', () => {
    // Three sectors that meet in the middle: the likeliest is the nearest of three directions.
    const directions = [90, 210, 330].map((degrees) => (Math.PI / 180) * degrees);
    const field = planesOf((x, y) =>
      directions.map((angle) => 30 * (x * Math.cos(angle) + y * Math.sin(angle))),
    );
    expect(boundaryPaths({ field, resolution, size }).map(({ level }) => level)).toEqual([0.5]);
    const points = pathPoints(linesOf(field).join('')).map(toData);
    for (const { x, y } of points) {
      const [largest = NaN, second = NaN] = directions
        .map((angle) => x * Math.cos(angle) + y * Math.sin(angle))
        .sort((a, b) => b - a);
      // The distance from the line of equal logits; only the corner where all meet is cut off.
      const distance = ((largest - second) / Math.sqrt(3)) * (size / 2);
      expect(distance).toBeLessThan(Math.hypot(x, y) < 2 / resolution ? cell : 0.2);
    }
    for (const angle of [30, 150, 270].map((degrees) => (Math.PI / 180) * degrees)) {
      const [along, up] = [Math.cos(angle), Math.sin(angle)];
      const arm = points.filter(
        ({ x, y }) => x * along + y * up > 0.1 && Math.abs(x * up - y * along) < 0.01,
      );
      expect(arm.length).toBeGreaterThan(resolution / 4);
    }
  });

  test('of which one is nowhere likeliest have the line between the two others', () => {
    const field = planesOf((x) => [-8 * x, -20, 8 * x]);
    const line = linesOf(field).join('');
    for (const { x } of pathPoints(line).map(toData)) {
      expect(Math.abs(x) * (size / 2)).toBeLessThan(0.1);
    }
    expect(pathPoints(line).length).toBeGreaterThan(resolution);
  });

  test('with probabilities of exactly 0 and 1 have a line in the right cells', () => {
    const field = planesOf((x) => (x < 0.25 ? [500, 0, 0] : [0, 0, 500]));
    const line = linesOf(field).join('');
    expect(pathPoints(line).length).toBeGreaterThan(resolution);
    for (const { x } of pathPoints(line).map(toData)) {
      expect(Math.abs(x - 0.25) * (size / 2)).toBeLessThan(cell);
    }
  });
});

describe('where the network is undecided in a whole region', () => {
  /** ½ from x = 0 on; there the last units of a network are dead. */
  const dead = (x: number) => sigmoid(9 * Math.min(0, x));

  test('there is no line around it', () => {
    expect(boundaryOf(fieldOf(dead))).toBe('');
    expect(boundaryOf(fieldOf((x) => 1 - dead(x)))).toBe('');
  });

  test('the boundary elsewhere stays, and so do the other levels', () => {
    const [quarter, half = ''] = linesOf(
      fieldOf((x, y) => (y > 0.5 ? sigmoid(9 * (x + 0.5)) : dead(x))),
    );
    expect(quarter).not.toBe('');
    const points = pathPoints(half).map(toData);
    expect(points.length).toBeGreaterThan(10);
    for (const { x, y } of points) {
      // Upright at −½ in the upper part, then along its edge to where the region begins.
      expect(Math.min(Math.abs(x + 0.5), Math.abs(y - 0.5))).toBeLessThan(0.05);
      expect(x).toBeLessThan(0.05);
      expect(y).toBeGreaterThan(0.4);
    }
  });

  test('of three classes, too', () => {
    const planes = [0, 1, 2].map((c) =>
      fieldOf((x) => (x > 0 ? 1 / 3 : c === 0 ? 0.6 : c === 1 ? 0.3 : 0.1)),
    );
    const field = Float32Array.from(planes.flatMap((plane) => [...plane]));
    expect(linesOf(field)).toEqual(['']);
  });

  test('a line that goes exactly through centres of cells is no region', () => {
    const diagonal = boundaryOf(fieldOf((x, y) => sigmoid(5 * (x - y))));
    expect(subpaths(diagonal).length).toBe(1);
    const odd = 65;
    const upright = linesOf(
      fieldOf((x) => sigmoid(5 * x), odd),
      { resolution: odd },
    );
    expect(subpaths(upright[1] ?? '').length).toBe(1);
  });
});
