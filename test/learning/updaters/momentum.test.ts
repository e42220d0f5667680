import { expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { momentum } from '../../../src/learning/updaters/momentum.ts';
import { sgd } from '../../../src/learning/updaters/sgd.ts';
import { follow, wavyGradients } from './follow.ts';

test('without momentum it is SGD', () => {
  expect(follow(momentum, wavyGradients, 0.1, { momentum: 0 })).toEqual(
    follow(sgd, wavyGradients, 0.1),
  );
});

test('down an even slope the steps grow to 1 / (1 − μ) of the first', () => {
  // The velocity in step t is 1 + μ + … + μ^(t−1) = (1 − μ^t) / (1 − μ).
  const path = follow(momentum, new Array<number>(200).fill(1), 0.01, { momentum: 0.9 });
  expect(path[0]).toBeCloseTo(0.99, 14);
  expect(entryAt(path, 1) - entryAt(path, 2)).toBeCloseTo(0.01 * (1 + 0.9 + 0.81), 14);
  expect(entryAt(path, 198) - entryAt(path, 199)).toBeCloseTo(0.1, 9); // 0.9^200 = 7e-10
});
