import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { adadelta } from '../../../src/learning/updaters/adadelta.ts';
import { follow, wavyGradients } from './follow.ts';

tf.enableProdMode(); // No advertisement on the console.

test('worked arithmetic', () => {
  // r = 1, ρ = ½, ε = ½, w = 1
  // g = 1:  s = ½,     d = √(½ / 1) = 0.7071067812,           u = ¼,     w = 0.2928932188
  // g = 1:  s = ¼ + ½, d = √(¾ / 1¼) = 0.7745966692,          u = 0.425, w = −0.4817034504
  // g = −2: s = ⅜ + 2, d = −2·√(0.925 / 2.875) = −1.1344410614,          w = 0.6527376110
  const path = follow(adadelta, [1, 1, -2], 1, { decay: 0.5, epsilon: 0.5 });
  [0.2928932188, -0.4817034504, 0.652737611].forEach((w, step) =>
    expect(path[step]).toBeCloseTo(w, 9),
  );
});

test('the unit in which the loss is measured does not matter', () => {
  const path = follow(adadelta, wavyGradients, 1, { epsilon: 1e-10 });
  const scaled = wavyGradients.map((g) => 1000 * g);
  const scaledPath = follow(adadelta, scaled, 1, { epsilon: 1e-10 });
  // Only ε knows the unit: s > 0.05·g², so that ε / s stays below 1e-7 or so.
  path.forEach((w, step) => expect(scaledPath[step]).toBeCloseTo(w, 8));
  expect(Math.abs(entryAt(path, 39) - 1)).toBeGreaterThan(1e-5);
});

test('the one of tfjs is no oracle: it is plain gradient descent', () => {
  const variable = tf.scalar(1).variable();
  const optimizer = tf.train.adadelta(0.01);
  let descent = 1;
  for (const g of wavyGradients) {
    descent -= 0.01 * g;
    tf.tidy(() => optimizer.applyGradients([{ name: variable.name, tensor: tf.scalar(g) }]));
    expect(variable.dataSync()[0]).toBeCloseTo(descent, 6);
  }
  optimizer.dispose();
  variable.dispose();
});
