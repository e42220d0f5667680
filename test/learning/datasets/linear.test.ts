import { expect, test } from 'vitest';
import { linear } from '../../../src/learning/datasets/linear.ts';
import { createRandom } from '../../../src/learning/random.ts';
import { moments, drawMany } from './moments.ts';

test.each([
  [0, 0.3, 0.1],
  [1, 0.7, 0.5],
])('class %i is a gaussian around (%f, %f), standard deviation 0.1', (label, x, y) => {
  const { xs, ys } = drawMany(linear, label, 40_000);
  // The mean of 40,000 has a standard error of 0.0005, the deviation one of 0.00035; bound: 5.
  for (const [values, centre] of [
    [xs, x],
    [ys, y],
  ] as const) {
    const { mean, deviation } = moments(values);
    expect(Math.abs(mean - centre)).toBeLessThan(0.0025);
    expect(Math.abs(deviation - 0.1)).toBeLessThan(0.0018);
  }
});

test('the line x + y = 0.8 errs as often as the README says: Φ(−d/2σ) = 0.00234', () => {
  // Φ(−z) by its integral from z to 8, Simpson's rule with 2000 intervals: error below 1e-12.
  const z = Math.hypot(0.4, 0.4) / 0.2;
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  const h = (8 - z) / 2000;
  let sum = density(z) + density(8);
  for (let i = 1; i < 2000; i++) sum += density(z + i * h) * (i % 2 === 1 ? 4 : 2);
  const bayesError = (sum * h) / 3;
  expect(bayesError).toBeCloseTo(0.0023389, 7);

  const random = createRandom(2024);
  const draws = 400_000;
  let wrong = 0;
  for (let i = 0; i < draws; i++) {
    const { x, y } = linear.draw(random, i % 2, 0.1);
    if (x + y > 0.8 !== (i % 2 === 1)) wrong++;
  }
  // Standard error √(p/n) = 0.000076; bound: 4 of them.
  expect(Math.abs(wrong / draws - bayesError)).toBeLessThan(0.0003);
});
