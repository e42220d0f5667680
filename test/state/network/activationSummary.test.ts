import { expect, it } from 'vitest';
import { activationSummary } from '../../../src/state/network/activationSummary.ts';

it('has the mean, the share that is silent, and as many samples in bins as there are', () => {
  const summary = activationSummary(Float32Array.of(0, 0, 1, 3), 3);
  expect(summary).toEqual({ mean: 1, silent: 0.5, smallest: 0, largest: 3, bins: [2, 1, 1] });
});

it('puts equal answers into one bin', () => {
  expect(activationSummary(Float32Array.of(2, 2), 2)?.bins).toEqual([2, 0]);
});

it('is none of no samples, and of what is not finite', () => {
  expect(activationSummary(new Float32Array())).toBeUndefined();
  expect(activationSummary(Float32Array.of(1, NaN))).toBeUndefined();
});
