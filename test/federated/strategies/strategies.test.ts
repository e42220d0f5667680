import { describe, expect, it, test } from 'vitest';
import { closestMean } from '../../../src/federated/strategies/closestMean.ts';
import { krumScores, lowestScores } from '../../../src/federated/strategies/krumScores.ts';
import { strategies, strategyNamed } from '../../../src/federated/strategies/strategies.ts';
import { withDefaults } from '../../../src/learning/hyperparameter.ts';
import { expectClose } from '../../support/tolerance.ts';
import { combine, updateOf } from './combine.ts';

const rounding = { absolute: 1e-12, relative: 1e-12 };
const scalars = (...values: number[]) => values.map((value) => updateOf([value]));
const line = (...values: number[]) => values.map((value) => Float64Array.of(value));

describe('the weighted mean', () => {
  test.each(['fedavg', 'fedprox', 'scaffold'])('of %s weighs by samples (Flower)', (name) => {
    const updates = [updateOf([1, 2, 3, 4, 5, 6], 1), updateOf([29, 23, 19, 17, 13, 11], 2)];
    const expected = [59 / 3, 16, 41 / 3, 38 / 3, 31 / 3, 28 / 3]; // (a + 2b) / 3
    expectClose(combine(strategyNamed(name), updates), expected, rounding);
    const two = [updateOf([1], 1), updateOf([3], 2)];
    expectClose(combine(strategyNamed(name), two), [7 / 3], rounding);
  });

  it('is that of FedAvgM at rate 1 without momentum (Flower)', () => {
    const updates = [updateOf([1, 2, 3], 1), updateOf([29, 23, 19], 2)];
    const hyperparameters = { rate: 1, momentum: 0 };
    const result = combine(strategyNamed('fedavgm'), updates, { hyperparameters });
    expectClose(result, [59 / 3, 16, 41 / 3], rounding);
  });

  it('is that of the norm clipping where no change is longer than the limit', () => {
    const updates = [updateOf([3, 4], 1), updateOf([0.3, 0.4], 3)];
    const clip = (limit: number) =>
      combine(strategyNamed('normclip'), updates, { hyperparameters: { limit } });
    expectClose(clip(5), [(3 + 0.9) / 4, (4 + 1.2) / 4], rounding);
    expectClose(clip(1), [(0.6 + 0.9) / 4, (0.8 + 1.2) / 4], rounding); // (3, 4) → (0.6, 0.8)
  });
});

describe('momentum on the server', () => {
  it('gathers a constant change to 1 / (1 − μ) of it', () => {
    const hyperparameters = { rate: 1, momentum: 0.5 };
    const fedAvgM = strategyNamed('fedavgm');
    const slots = [2]; // v = 1 / (1 − 0.5), where the next round leaves it
    expectClose(combine(fedAvgM, scalars(1), { hyperparameters, slots }), [2], rounding);
  });
});

describe('the adaptive strategies', () => {
  // Reddi et al., Algorithm 2 by hand: Δ = 0.5, β₁ = 0.9, β₂ = 0.99, τ = 1e-3, v₀ = τ², η = 0.1.
  test.each([
    ['fedadam', 0.1980201902],
    ['fedyogi', 0.198019998],
    ['fedadagrad', 0.10998002],
  ])('%s makes the first step that the algorithm says', (name, expected) => {
    const result = combine(strategyNamed(name), scalars(0.1, 0.9), { parameters: [0.1] });
    expect(result[0]).toBeCloseTo(expected, 9);
  });

  it('FedAdagrad gives the result of Flower, whose v starts at 0 and which has no m', () => {
    const result = combine(strategyNamed('fedadagrad'), scalars(0.1, 0.9), {
      parameters: [0.1],
      hyperparameters: { rate: 0.1, tau: 0.5, beta1: 0 },
      slots: [0, 0],
    });
    expectClose(result, [0.15], rounding); // 0.1 + 0.1·0.5 / (0.5 + 0.5)
  });
});

describe('the median', () => {
  it('is the middle one, or the mean of the two in the middle', () => {
    const median = strategyNamed('median');
    expect(combine(median, scalars(7, -1e9, 3))).toEqual([3]);
    expect(combine(median, scalars(1, 1e9, 2, -1e9))).toEqual([1.5]);
  });
});

describe('the trimmed mean', () => {
  it('gives the results of Flower, whatever the numbers of samples', () => {
    const trimmed = strategyNamed('trimmed');
    const rows = [
      updateOf([0.5, 0.5, 0.5, 0.5], 1),
      updateOf([1, 0.2, 0.5, 1], 20),
      updateOf([0.2, 0.5, 1, 0.2], 300),
      updateOf([0.5, 1, 0.2, 0.5], 4),
    ];
    expectClose(combine(trimmed, rows), [0.5, 0.5, 0.5, 0.5], rounding);
    expectClose(combine(trimmed, scalars(0.5, 1, 2, 100)), [1.5], rounding);
  });
});

describe('Krum', () => {
  it('scores by the distances to the nearest others', () => {
    const rows = [0.2, 0.7, 1].map((value) => new Float64Array(4).fill(value));
    expectClose(krumScores(rows, 1), [1, 0.36, 0.36], rounding); // Flower, though 2f + 2 = n + 1
    expect(lowestScores(krumScores(rows, 1), 1)).toEqual([1]);
    const scores = krumScores(line(0, 0.9, 2, 3.2, 5, 100, -50), 2);
    expectClose(scores.slice(0, 5), [15.05, 7.31, 6.65, 9.97, 29.05], rounding);
    const tied = krumScores(line(0, 1, 2, 3, 4, 100, -50), 2);
    expectClose(tied, [14, 6, 6, 6, 14, 28229, 7805], rounding);
    expect(lowestScores(tied, 3)).toEqual([1, 2, 3]);
  });

  it('takes the change with the lowest score, Multi-Krum the mean of several', () => {
    const updates = scalars(0, 0.9, 2, 3.2, 5, 100, -50);
    expect(combine(strategyNamed('krum'), updates)).toEqual([2]);
    const hyperparameters = { chosen: 3 };
    const several = combine(strategyNamed('multikrum'), updates, { hyperparameters });
    expectClose(several, [(0.9 + 2 + 3.2) / 3], rounding);
  });
});

describe('Bulyan', () => {
  it('has the inner step of Flower', () => {
    expect(closestMean([1, 2, 0.5], 1, 2)).toBe(0.75);
    expect(closestMean([1, -0.5, 10], 0, 1)).toBe(-0.5);
    expect(() => closestMean([1, 2], 0, 3)).toThrow(RangeError);
  });

  it('chooses n − 2f and keeps n − 4f of them', () => {
    // n = 7, f = 1. Krum drops 100 and −50; of −1, 0, 1, 2, 3 the three closest to 1 are kept.
    expect(
      combine(strategyNamed('bulyan'), scalars(0, 1, 2, 3, -1, 100, -50), {
        hyperparameters: { faulty: 1 },
      }),
    ).toEqual([1]);
  });
});

describe('a robust strategy', () => {
  const honest = [0.9, 0.95, 1, 1, 1.05, 1.1, 1, 0.98, 1.02];
  test.each(['median', 'trimmed', 'krum', 'multikrum', 'bulyan'])(
    '%s stays with the honest clients, wherever two others pull',
    (name) => {
      const hyperparameters = name === 'bulyan' || name.includes('krum') ? { faulty: 2 } : {};
      for (const pull of [-1e6, -3, 0, 1.3, 40, 1e6]) {
        const updates = scalars(...honest, pull, pull);
        const [result = NaN] = combine(strategyNamed(name), updates, { hyperparameters });
        expect(result).toBeGreaterThanOrEqual(0.9);
        expect(result).toBeLessThanOrEqual(1.1);
      }
    },
  );
});

describe('the conditions', () => {
  test.each([
    ['krum', { faulty: 2 }, 7],
    ['krum', { faulty: 0 }, 3],
    ['multikrum', { faulty: 2, chosen: 5 }, 7],
    ['multikrum', { faulty: 2, chosen: 6 }, 8],
    ['bulyan', { faulty: 2 }, 11],
    ['bulyan', { faulty: 0 }, 3],
  ])('%s with %o needs %i updates', (name, hyperparameters, least) => {
    const { objection } = strategyNamed(name);
    expect(objection(least, hyperparameters)).toBeUndefined();
    expect(objection(least - 1, hyperparameters)).toMatch(/^[A-Z].* got \d+\.$/);
  });
});

describe('every strategy', () => {
  test.each(strategies)('$name says what it is, and moves by what all clients agree on', (each) => {
    expect(each.source).toMatch(/(19|20)\d\d/);
    expect(each.meaning).toMatch(/\.$/);
    const values = withDefaults(each.hyperparameters, {});
    for (const { name, min, max } of each.hyperparameters) {
      expect(values[name]).toBeGreaterThanOrEqual(min);
      expect(values[name]).toBeLessThanOrEqual(max);
    }
    const updates = Array.from({ length: 20 }, (_, i) => updateOf([0.25, -0.5], 1 + (i % 3)));
    const [up = NaN, down = NaN] = combine(each, updates);
    expect(up).toBeGreaterThan(0);
    expect(down).toBeLessThan(0);
  });
});
