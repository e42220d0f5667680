import { describe, expect, it, test } from 'vitest';
import { noiseForEpsilon } from '../../../src/federated/privacy/noiseForEpsilon.ts';
import {
  PrivacyAccountant,
  smallestEpsilon,
} from '../../../src/federated/privacy/privacyAccountant.ts';
import {
  type NoisyRound,
  renyiDivergence,
} from '../../../src/federated/privacy/renyiDivergence.ts';

function lossOf(noiseMultiplier: number, sampling: number, rounds: number, delta = 1e-5) {
  const accountant = new PrivacyAccountant();
  accountant.add({ noiseMultiplier, sampling }, rounds);
  return accountant.loss(delta);
}

/** For whole orders the expectation is a binomial sum (Mironov, Talwar and Zhang, section 3.3). */
function binomial({ noiseMultiplier: z, sampling: q }: NoisyRound, order: number): number {
  let [sum, choose] = [0, 1];
  for (let k = 0; k <= order; k++) {
    sum += choose * (1 - q) ** (order - k) * q ** k * Math.exp((k * k - k) / (2 * z * z));
    choose *= (order - k) / (k + 1);
  }
  return Math.log(sum) / (order - 1);
}

describe('the Rényi divergence', () => {
  test.each([
    [2.5, 1.0854e-3, 4],
    [5, 2.18075656e-3, 8],
    [50, 2.38460375e-2, 8],
    [100, 167.416308, 8],
  ])(
    'of order %f is the published one (dp_accounting: z 2.5, q 0.01, 50 rounds)',
    (order, expected, digits) => {
      const result = 50 * renyiDivergence({ noiseMultiplier: 2.5, sampling: 0.01 }, order);
      expect(Math.abs(result / expected - 1)).toBeLessThan(10 ** (1 - digits));
    },
  );

  test.each([
    [0.7, 0.3],
    [1, 0.01],
    [1.5, 0.04],
    [8, 0.9],
  ])('is the binomial sum at whole orders: z %f, q %f', (noiseMultiplier, sampling) => {
    for (const order of [2, 3, 8, 21]) {
      const round = { noiseMultiplier, sampling };
      // Both sums lose the digits that 1 has before the first of their result.
      expect(renyiDivergence(round, order)).toBeCloseTo(binomial(round, order), 11);
    }
  });

  it('grows with the order and with the sampling, up to α / (2z²)', () => {
    const at = (sampling: number, order: number) =>
      renyiDivergence({ noiseMultiplier: 1.3, sampling }, order);
    const rising = [at(0.1, 1.5), at(0.1, 3), at(0.4, 3), at(0.999, 3), at(1, 3)];
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    expect(at(1, 3)).toBeCloseTo(3 / (2 * 1.69), 14);
    expect(at(0.999999, 3)).toBeCloseTo(at(1, 3), 4);
  });
});

describe('the privacy loss', () => {
  it('of divergence 1.1 at the orders 2 to 32 is the published one (dp_accounting)', () => {
    const orders = Array.from({ length: 31 }, (_, i) => i + 2);
    const losses = orders.map(() => 1.1);
    const { epsilon, order } = smallestEpsilon(orders, losses, 1e-5);
    expect(epsilon).toBeCloseTo(1.32783806176, 10);
    expect(order).toBe(32);
  });

  it('of one full round with z 4.530877117 is 1 for δ 1e-6 (dp_accounting)', () => {
    const orders = Array.from({ length: 98_000 }, (_, i) => 1.001 + i / 1000);
    const accountant = new PrivacyAccountant(orders);
    accountant.add({ noiseMultiplier: 4.530877117, sampling: 1 });
    expect(accountant.loss(1e-6).epsilon).toBeCloseTo(1, 7);
  });

  it('of 2,250 rounds with z 1.5 and q 0.04 is the published one (Opacus)', () => {
    const { epsilon, order } = lossOf(1.5, 0.04, 2250);
    expect(epsilon).toBeCloseTo(7.32911117143, 9);
    expect(order).toBeCloseTo(3.9, 12);
  });

  test.each([
    [1, 1, 4.73],
    [1, 10, 19.05],
    [1, 50, 57.3],
    [2, 50, 22],
    [5, 50, 7.08],
  ])('in a class with z %f after %i rounds is %f', (noise, rounds, expected) => {
    expect(Math.abs(lossOf(noise, 1, rounds).epsilon / expected - 1)).toBeLessThan(2e-3);
  });

  it('adds up over rounds, one by one or at once', () => {
    const accountant = new PrivacyAccountant();
    for (let round = 0; round < 20; round++) accountant.add({ noiseMultiplier: 2, sampling: 0.3 });
    expect(accountant.loss(1e-5).epsilon).toBeCloseTo(lossOf(2, 0.3, 20).epsilon, 10);
  });

  it('falls with δ, and is never below 0', () => {
    const epsilons = [1e-9, 1e-5, 1e-2].map((delta) => lossOf(3, 1, 5, delta).epsilon);
    expect(epsilons).toEqual(epsilons.toSorted((a, b) => b - a));
    expect(lossOf(1e5, 1, 1, 0.5).epsilon).toBe(0);
  });
});

describe('the noise for an ε', () => {
  test.each([
    [2250, 1.416], // 90 epochs of 25 rounds
    [2000, 1.3562],
  ])('of 8 in %i rounds with q 0.04 is the published one (Opacus)', (rounds, expected) => {
    const noise = noiseForEpsilon({ epsilon: 8, delta: 1e-5, sampling: 0.04, rounds }) ?? NaN;
    expect(Math.abs(noise - expected)).toBeLessThan(2e-3);
    expect(lossOf(noise, 0.04, rounds).epsilon).toBeLessThanOrEqual(8);
  });

  it('is undefined where no noise is enough', () => {
    const goal = { epsilon: 1e-6, delta: 1e-12, sampling: 1, rounds: 10_000 };
    expect(noiseForEpsilon(goal)).toBeUndefined();
  });
});
