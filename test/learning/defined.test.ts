import { expect, test } from 'vitest';
import { defined } from '../../src/learning/defined.ts';

test('gives back the value, whatever it is', () => {
  expect(defined(0, 'count')).toBe(0);
  expect(defined(null, 'name')).toBeNull();
});

test('throws for a value that is missing, with its name', () => {
  expect(() => defined([][0], 'first layer')).toThrow(
    new TypeError('first layer: expected a value, got none'),
  );
});
