import { describe, expect, it } from 'vitest';
import {
  predictedClass,
  predictedClasses,
  undecidedClass,
} from '../../../src/learning/evaluation/predictedClasses.ts';

describe('predictedClass', () => {
  it('of two is the positive class where its probability reaches the threshold', () => {
    expect(predictedClass([0.5, 0.5])).toBe(1);
    expect(predictedClass([0.51, 0.49])).toBe(0);
    expect(predictedClass([0.2, 0.8], { threshold: 0.9 })).toBe(0);
    expect(predictedClass([0.2, 0.8], { threshold: 0.2, positiveClass: 0 })).toBe(0);
  });

  it('of more is the most probable, of equals the first', () => {
    expect(predictedClass([0.2, 0.5, 0.3])).toBe(1);
    expect(predictedClass([0.2, 0.4, 0.4], { threshold: 0.9 })).toBe(1);
  });

  it('is none where a probability is not finite', () => {
    expect(predictedClass([NaN, 0.5])).toBe(undecidedClass);
    expect(predictedClass([0.5, Infinity, 0.5])).toBe(undecidedClass);
  });

  it('is what predictedClasses gives for each row', () => {
    const rows = [
      [0.2, 0.5, 0.3],
      [0.6, 0.1, 0.3],
      [NaN, 1, 0],
    ];
    const predicted = predictedClasses(Float32Array.from(rows.flat()), 3);
    expect(Array.from(predicted)).toEqual(rows.map((row) => predictedClass(row)));
  });
});
