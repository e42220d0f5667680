import { expect, test } from 'vitest';
import { nesterovs } from '../../../src/learning/updaters/nesterovs.ts';
import { sgd } from '../../../src/learning/updaters/sgd.ts';
import { follow, wavyGradients } from './follow.ts';

test('worked arithmetic', () => {
  // r = 0.1, μ = 0.5, w = 1
  // g = 2:  v = 2,                 w = 1 − 0.1·(2 + 1) = 0.7
  // g = −1: v = 0.5·2 − 1 = 0,     w = 0.7 − 0.1·(−1 + 0) = 0.8
  // g = 4:  v = 0 + 4,             w = 0.8 − 0.1·(4 + 2) = 0.2
  const path = follow(nesterovs, [2, -1, 4], 0.1, { momentum: 0.5 });
  [0.7, 0.8, 0.2].forEach((w, step) => expect(path[step]).toBeCloseTo(w, 14));
});

test('without momentum it is SGD', () => {
  expect(follow(nesterovs, wavyGradients, 0.1, { momentum: 0 })).toEqual(
    follow(sgd, wavyGradients, 0.1),
  );
});

test('goes the way of DL4J, which keeps the rate inside the velocity', () => {
  const rate = 0.01;
  const momentum = 0.9;
  let velocity = 0;
  let w = 1;
  const dl4j = wavyGradients.map((g) => {
    const before = velocity;
    velocity = momentum * velocity - rate * g;
    w += (1 + momentum) * velocity - momentum * before;
    return w;
  });
  const path = follow(nesterovs, wavyGradients, rate, { momentum });
  path.forEach((ours, step) => expect(ours).toBeCloseTo(dl4j[step] ?? NaN, 13));
});
