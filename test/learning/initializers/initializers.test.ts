import { describe, expect, test } from 'vitest';
import { defined } from '../../../src/learning/defined.ts';
import { initializers } from '../../../src/learning/initializers/initializers.ts';
import { createRandom } from '../../../src/learning/random.ts';

const draws = 100_000;

/** Variance of a weight with 12 inputs and 20 outputs, and share of the weights beyond 2 sd. */
const expected: Readonly<Record<string, { variance: number; tail: number }>> = {
  xavier: { variance: 2 / 32, tail: 0.0455 }, // a plain gaussian; a truncated one would have 0
  he: { variance: 2 / 12, tail: 0.0455 },
  uniform: { variance: 1 / 12 / 3, tail: 0 }, // (2/√12)² / 12
  zeros: { variance: 0, tail: 0 },
};

test('the table holds the four initializers, each name once', () => {
  expect(initializers.map(({ name }) => name)).toEqual(Object.keys(expected));
});

describe.each(initializers)('$name', ({ name, weight }) => {
  const random = createRandom(7);
  const weights = Float64Array.from({ length: draws }, () => weight(random, 12, 20));
  const { variance, tail } = defined(expected[name], name);

  test('has mean 0 and its variance', () => {
    const mean = weights.reduce((sum, w) => sum + w, 0) / draws;
    const square = weights.reduce((sum, w) => sum + w * w, 0) / draws;
    // 4 standard errors: sd/√n of the mean; √2·variance/√n of the variance of a gaussian.
    expect(Math.abs(mean)).toBeLessThanOrEqual(4 * Math.sqrt(variance / draws));
    expect(Math.abs(square - variance)).toBeLessThanOrEqual(4 * variance * Math.sqrt(2 / draws));
  });

  test('has the tails of its distribution', () => {
    const beyond = weights.filter((w) => Math.abs(w) > 2 * Math.sqrt(variance)).length / draws;
    // 4 standard errors of a share of 0.0455: 4·√(0.0455·0.9545/n) = 0.0027.
    expect(Math.abs(beyond - tail)).toBeLessThanOrEqual(0.0027);
  });

  test('the same random numbers give the same weight', () => {
    expect(weight(createRandom(9), 3, 4)).toBe(weight(createRandom(9), 3, 4));
  });
});

test('uniform stays within 1 / √inputs', () => {
  const uniform = initializers.find(({ name }) => name === 'uniform');
  const random = createRandom(11);
  for (let i = 0; i < 1000; i++) {
    expect(Math.abs(uniform?.weight(random, 16, 5) ?? NaN)).toBeLessThanOrEqual(0.25);
  }
});
