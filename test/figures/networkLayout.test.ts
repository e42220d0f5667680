import { describe, expect, it } from 'vitest';
import {
  alongCurve,
  connectionAt,
  connections,
  curveOf,
  networkLayout,
  type NetworkLayoutOptions,
  nodeAt,
} from '../../src/figures/networkLayout.ts';

const room: Omit<NetworkLayoutOptions, 'counts'> = {
  width: 300,
  height: 400,
  leftMargin: 40,
  rightMargin: 40,
  leastPitch: 14,
  largestNode: 36,
  first: [],
};

const shapes = [
  [9, 20, 2],
  [9, 2],
  [9, 8, 8, 8, 8, 8, 8, 8, 8, 2],
  [9, 256, 1, 256, 3],
  [9, 1, 2],
];

describe.each(shapes)('a network of %i, %i, …', (...counts) => {
  const columns = networkLayout({ ...room, counts });

  it('has every node within its room, none on another', () => {
    const nodes = columns.flatMap((column) => column.nodes);
    for (const { x, y, size } of nodes) {
      expect(x - size / 2).toBeGreaterThanOrEqual(room.leftMargin - 1e-6);
      expect(x + size / 2).toBeLessThanOrEqual(room.width - room.rightMargin + 1e-6);
      expect(y - size / 2).toBeGreaterThanOrEqual(-1e-6);
      expect(y + size / 2).toBeLessThanOrEqual(room.height + 1e-6);
    }
    for (const [i, a] of nodes.entries()) {
      for (const b of nodes.slice(i + 1)) {
        const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
        expect(apart).toBeGreaterThan((a.size + b.size) / 2 - 1e-6);
      }
    }
  });

  it('counts what is not shown', () => {
    for (const [column, { nodes, above, below }] of columns.entries()) {
      expect(above + nodes.length + below).toBe(counts[column]);
      expect(nodes.map(({ index }) => index)).toEqual(nodes.map((_, row) => above + row));
    }
  });

  it('leaves room for lines between columns', () => {
    for (const line of connections(columns)) {
      const { x0, x1 } = curveOf(line);
      expect(x1 - x0).toBeGreaterThan(2);
    }
  });
});

it('shows all 20 units of the article’s network, and a part of 256', () => {
  const [, twenty] = networkLayout({ ...room, counts: [9, 20, 2] });
  expect(twenty?.nodes).toHaveLength(20);
  const [, many] = networkLayout({ ...room, counts: [9, 256, 2], first: [0, 100, 0] });
  expect(many).toMatchObject({ above: 100 });
  expect(many?.nodes.length).toBeGreaterThan(15);
  const [, end] = networkLayout({ ...room, counts: [9, 256, 2], first: [0, 1000, 0] });
  expect(end).toMatchObject({ below: 0 });
});

it('finds the node under a place, and the nearest line beside it', () => {
  const columns = networkLayout({ ...room, counts: [9, 3, 2] });
  const node = columns[1]?.nodes[2];
  const input = columns[0]?.nodes[4];
  if (!node || !input) throw new Error('Expected these nodes.');
  expect(nodeAt(columns, { x: node.x + 3, y: node.y - 3 }, 0)).toBe(node);
  expect(nodeAt(columns, { x: node.x + node.size / 2 + 5, y: node.y }, 4)).toBeUndefined();
  const line = { from: input, to: node };
  const { middle, y0, y1 } = curveOf(line);
  // A curve with level ends passes the middle of its ends.
  const place = { x: middle, y: (y0 + y1) / 2 };
  expect(connectionAt([line], place, 0.5)).toBe(line);
  expect(connectionAt([line], { x: middle, y: place.y + 60 }, 6)).toBeUndefined();
  expect(connectionAt(connections(columns), { x: -5, y: 0 }, 30)).toBeUndefined();
});

it('keeps inputs and outputs in one lane, where their names are', () => {
  // Low and wide: units have to take turns in two lanes.
  const columns = networkLayout({ ...room, height: 160, width: 500, counts: [9, 11, 9] });
  const lanes = columns.map(({ nodes }) => new Set(nodes.map(({ x }) => x)).size);
  expect(lanes).toEqual([1, 2, 1]);
});

it('follows a line from its start to its end', () => {
  const from = { column: 0, index: 0, x: 10, y: 20, size: 4 };
  const to = { column: 1, index: 1, x: 50, y: 60, size: 6 };
  expect(alongCurve({ from, to }, 0)).toEqual({ x: 12, y: 20 });
  expect(alongCurve({ from, to }, 0.5)).toEqual({ x: 29.5, y: 40 });
  expect(alongCurve({ from, to }, 1)).toEqual({ x: 47, y: 60 });
});
