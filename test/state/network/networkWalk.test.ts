import { expect, it } from 'vitest';
import { partsOf, step } from '../../../src/state/network/networkWalk.ts';

const counts = [9, 20, 2];
const none = { counts, parts: [] };

it('goes up and down in a column, and no further than its ends', () => {
  expect(step('ArrowDown', { column: 1, index: 3 }, none)).toEqual({ column: 1, index: 4 });
  expect(step('ArrowUp', { column: 1, index: 0 }, none)).toEqual({ column: 1, index: 0 });
  expect(step('ArrowDown', { column: 2, index: 1 }, none)).toEqual({ column: 2, index: 1 });
  expect(step('End', { column: 1, index: 3 }, none)).toEqual({ column: 1, index: 19 });
  expect(step('Home', { column: 1, index: 3 }, none)).toEqual({ column: 1, index: 0 });
});

it('goes sideways to the node at about the same height', () => {
  expect(step('ArrowRight', { column: 1, index: 15 }, none)).toEqual({ column: 2, index: 1 });
  expect(step('ArrowLeft', { column: 2, index: 0 }, none)).toEqual({ column: 1, index: 5 });
  expect(step('ArrowLeft', { column: 0, index: 4 }, none)).toEqual({ column: 0, index: 4 });
});

it('reaches every node by arrows', () => {
  const seen = new Set<string>();
  const places = [{ column: 0, index: 0 }];
  for (const place of places) {
    const key = `${place.column} ${place.index}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const arrow of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
      const next = step(arrow, place, none);
      if (next) places.push(next);
    }
  }
  expect(seen.size).toBe(31);
});

it('walks the bias and the weights of a node that was chosen', () => {
  const parts = partsOf(1, counts, [0, 4]);
  expect(parts).toEqual(['bias', 0, 4]);
  const walk = { counts, parts };
  const node = { column: 1, index: 3 };
  expect(step('ArrowDown', node, walk)).toEqual({ ...node, part: 'bias' });
  expect(step('ArrowDown', { ...node, part: 'bias' }, walk)).toEqual({ ...node, part: 0 });
  expect(step('ArrowDown', { ...node, part: 4 }, walk)).toEqual({ ...node, part: 4 });
  expect(step('ArrowUp', { ...node, part: 'bias' }, walk)).toEqual(node);
  expect(step('x', node, walk)).toBeUndefined();
});

it('knows the parts of each column', () => {
  expect(partsOf(0, counts, [0])).toEqual([]);
  expect(partsOf(2, counts, [0])).toHaveLength(21);
});
