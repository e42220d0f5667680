import { expect, test } from 'vitest';
import { adam } from '../../../src/learning/updaters/adam.ts';
import { adamw } from '../../../src/learning/updaters/adamw.ts';
import { follow, wavyGradients } from './follow.ts';

test('worked arithmetic', () => {
  // r = 0.1, β₁ = β₂ = ½, ε = 0, λ = ½, w = 1; 1 − ½^t = ½, ¾
  // g = 4:  m = 2, v = 8:            4 / √16 = 1,    w = 1 − 0.1·(1 + ½·1) = 0.85
  // g = −4: m = 1 − 2, v = 4 + 8: −(4/3) / √16 = −⅓, w = 0.85 − 0.1·(−⅓ + ½·0.85) = 0.8408333333
  const options = { beta1: 0.5, beta2: 0.5, epsilon: 0, weightDecay: 0.5 };
  const path = follow(adamw, [4, -4], 0.1, options);
  [0.85, 0.8408333333].forEach((w, step) => expect(path[step]).toBeCloseTo(w, 10));
});

test('without weight decay it is Adam', () => {
  const path = follow(adamw, wavyGradients, 0.1, { weightDecay: 0 });
  const ofAdam = follow(adam, wavyGradients, 0.1);
  path.forEach((w, step) => expect(w).toBeCloseTo(ofAdam[step] ?? NaN, 13));
});

test('without a gradient the weight shrinks by 1 − r·λ in each step', () => {
  const path = follow(adamw, new Array<number>(20).fill(0), 0.1, { weightDecay: 0.2 });
  path.forEach((w, step) => expect(w).toBeCloseTo(0.98 ** (step + 1), 14));
});
