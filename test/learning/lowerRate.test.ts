import { expect, it } from 'vitest';
import { lowerRate } from '../../src/learning/lowerRate.ts';
import { trainingFields } from '../../src/learning/settings/trainingFields.ts';

it('is a tenth in two digits, and never below what is taken', () => {
  const { min } = trainingFields.rate;
  expect(lowerRate(10)).toBe(1);
  expect(lowerRate(0.0333)).toBe(0.0033);
  expect(lowerRate(2 * min)).toBe(min);
  expect(lowerRate(min)).toBeUndefined();
});
