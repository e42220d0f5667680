import { expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { adam } from '../../../src/learning/updaters/adam.ts';
import { nadam } from '../../../src/learning/updaters/nadam.ts';
import { follow, wavyGradients } from './follow.ts';

test('worked arithmetic', () => {
  // r = 0.1, β₁ = β₂ = ½, ε = 0, w = 1; 1 − ½^t = ½, ¾, 7/8, 15/16
  // g = 2:  m = 1,         v = 2
  //         n = ½·1/¾ + ½·2/½ = 8/3, √(2/½) = 2,               w = 1 − 0.1·4/3 = 0.8666666667
  // g = −1: m = ½ − ½ = 0, v = 1 + ½ = 1.5
  //         n = 0 − ½·1/¾ = −2/3,    √(1.5/¾) = 1.4142135624,  w += 0.0471404521 = 0.9138071187
  // g = 2:  m = 0 + 1 = 1, v = 0.75 + 2 = 2.75
  //         n = ½·1/(15/16) + ½·2/(7/8) = 8/15 + 8/7 = 1.6761904762
  //         √(2.75/(7/8)) = 1.7728105209,                      w −= 0.0945498944 = 0.8192572243
  const path = follow(nadam, [2, -1, 2], 0.1, { beta1: 0.5, beta2: 0.5, epsilon: 0 });
  [0.8666666667, 0.9138071187, 0.8192572243].forEach((w, step) =>
    expect(path[step]).toBeCloseTo(w, 9),
  );
});

test('without a running mean there is nothing to look ahead with: it is Adam', () => {
  const path = follow(nadam, wavyGradients, 0.1, { beta1: 0 });
  const ofAdam = follow(adam, wavyGradients, 0.1, { beta1: 0 });
  path.forEach((w, step) => expect(w).toBeCloseTo(ofAdam[step] ?? NaN, 14));
});

test('on a turn it follows the new gradient sooner than Adam', () => {
  const turn = [1, 1, 1, 1, 1, -1];
  const last = (path: number[]) => entryAt(path, 5) - entryAt(path, 4);
  expect(last(follow(nadam, turn, 0.1))).toBeGreaterThan(last(follow(adam, turn, 0.1)));
});
