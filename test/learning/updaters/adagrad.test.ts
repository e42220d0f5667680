import { expect, test } from 'vitest';
import { adagrad } from '../../../src/learning/updaters/adagrad.ts';
import { follow } from './follow.ts';

test('worked arithmetic, from a start value of 0', () => {
  // r = 0.1, s₀ = 0, ε = 0, w = 1
  // g = 3:  s = 9,   w = 1 − 0.1·3/3 = 0.9
  // g = −4: s = 25,  w = 0.9 + 0.1·4/5 = 0.98
  // g = 12: s = 169, w = 0.98 − 0.1·12/13 = 0.8876923077
  const path = follow(adagrad, [3, -4, 12], 0.1, { initial: 0, epsilon: 0 });
  [0.9, 0.98, 0.8876923077].forEach((w, step) => expect(path[step]).toBeCloseTo(w, 10));
});

test('the start value makes the first step smaller', () => {
  // s₀ + s = 7 + 9 = 16
  expect(follow(adagrad, [3], 0.1, { initial: 7, epsilon: 0 })[0]).toBeCloseTo(1 - 0.3 / 4, 14);
});
