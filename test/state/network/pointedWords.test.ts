import { expect, it } from 'vitest';
import { pointedWords } from '../../../src/state/network/pointedWords.ts';
import type { InsideNetwork } from '../../../src/state/network/insideNetwork.svelte.ts';

function words(pointed: InsideNetwork['pointed'], value: number | undefined) {
  return pointedWords({
    pointed,
    nameOf: ({ column, index }) => (column === 0 ? 'x' : `unit ${index + 1} of layer ${column}`),
    isOn: () => true,
    valueOf: () => value,
  } as Partial<InsideNetwork> as InsideNetwork);
}

it('says what the mouse is at', () => {
  expect(words(undefined, 1)).toBeUndefined();
  expect(words({ column: 0, index: 0 }, undefined)).toBe('x: on');
  expect(words({ column: 1, index: 2 }, 0.123456)).toBe('unit 3 of layer 1, bias 0.123');
  expect(words({ column: 1, index: 2, part: 0 }, -2)).toBe('weight -2 from x');
  expect(words({ column: 1, index: 2 }, undefined)).toBe('unit 3 of layer 1, bias');
});

it('says in words that a value is none', () => {
  expect(words({ column: 1, index: 0 }, NaN)).toBe('unit 1 of layer 1, bias not a number');
});
