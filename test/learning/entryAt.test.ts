import { expect, it } from 'vitest';
import { entryAt } from '../../src/learning/entryAt.ts';

it('gives the entry, or says how many there are', () => {
  expect([0, 1, 2].map((index) => entryAt(['a', 'b', 'c'], index))).toEqual(['a', 'b', 'c']);
  for (const index of [-1, 3]) {
    expect(() => entryAt(['a', 'b', 'c'], index)).toThrow(
      new RangeError(`expected an index below 3, got ${index}`),
    );
  }
  expect(() => entryAt([], 0)).toThrow(RangeError);
});
