import { describe, expect, it } from 'vitest';
import { negativeLogLikelihood } from '../../src/learning/negativeLogLikelihood.ts';

describe('negativeLogLikelihood', () => {
  it('is the mean of −ln of the probability of the actual class', () => {
    const probabilities = Float32Array.of(0.5, 0.25, 0.25, 0.125, 0.75, 0.125);
    const mean = (Math.log(2) + Math.log(8)) / 2;
    expect(negativeLogLikelihood(probabilities, Uint8Array.of(0, 2))).toBeCloseTo(mean, 14);
  });

  it('is 0 for sure and right', () => {
    expect(negativeLogLikelihood(Float32Array.of(0, 1, 1, 0), Uint8Array.of(1, 0))).toBe(0);
  });

  it('is infinite for sure and wrong, and has no floor before', () => {
    const lossOf = (p: number) =>
      negativeLogLikelihood(Float32Array.of(p, 1 - p), Uint8Array.of(0));
    expect(lossOf(0)).toBe(Infinity);
    expect(lossOf(1e-30)).toBeCloseTo(30 * Math.log(10), 6);
  });

  it('is ln K where all classes are equally likely', () => {
    const fifths = new Float32Array(10).fill(0.2);
    expect(negativeLogLikelihood(fifths, Uint8Array.of(4, 0))).toBeCloseTo(Math.log(5), 7);
  });

  it('is not a number for an empty set or a probability that is none', () => {
    expect(negativeLogLikelihood(new Float32Array(), new Uint8Array())).toBeNaN();
    const broken = Float32Array.of(0.5, 0.5, NaN, NaN);
    expect(negativeLogLikelihood(broken, Uint8Array.of(0, 1))).toBeNaN();
  });
});
