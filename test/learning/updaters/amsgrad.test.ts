import { expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { adam } from '../../../src/learning/updaters/adam.ts';
import { amsgrad } from '../../../src/learning/updaters/amsgrad.ts';
import { follow } from './follow.ts';

test('worked arithmetic', () => {
  // r = 0.1, β₁ = β₂ = ½, ε = 0, w = 1; 1 − ½^t = ½, ¾, 7/8
  // g = 4: m = 2, v = 8, h = 8: w = 1 − 0.1·(2/½)/√(8/½) = 1 − 0.1·4/4 = 0.9
  // g = 0: m = 1, v = 4, h = 8: w −= 0.1·(1/¾)/√(8/¾)       = 0.0408248290, w = 0.8591751710
  // g = 0: m = ½, v = 2, h = 8: w −= 0.1·(½/(7/8))/√(8/(7/8)) = 0.0188982237, w = 0.8402769473
  const path = follow(amsgrad, [4, 0, 0], 0.1, { beta1: 0.5, beta2: 0.5, epsilon: 0 });
  [0.9, 0.859175171, 0.8402769473].forEach((w, step) => expect(path[step]).toBeCloseTo(w, 9));
});

test('it is Adam as long as the gradient grows', () => {
  const growing = Array.from({ length: 40 }, (_, t) => (-1) ** t * 1.1 ** t);
  expect(follow(amsgrad, growing, 0.1)).toEqual(follow(adam, growing, 0.1));
});

test('after one large gradient it takes smaller steps than Adam', () => {
  const spike = [100, ...new Array<number>(60).fill(1)];
  const options = { beta2: 0.9 };
  const walked = (path: number[]) => entryAt(path, 20) - entryAt(path, 60);
  const ofAdam = walked(follow(adam, spike, 0.1, options));
  expect(walked(follow(amsgrad, spike, 0.1, options))).toBeLessThan(ofAdam / 2);
});
