import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recipeFields } from '../../../src/learning/settings/recipeFields.ts';
import {
  divided,
  evaluationShare,
  shareOf,
} from '../../../src/state/experiment/evaluationShare.ts';
import { anyNumber } from '../../support/anyConfiguration.ts';

it('is the share of all samples that test the network', () => {
  expect(shareOf({ training: 750, evaluation: 250 })).toBe(0.25);
  expect(shareOf({ training: 1000, evaluation: 200 })).toBe(0.167);
  expect(shareOf({ training: 10, evaluation: 0 })).toBe(0);
});

it('divides as many samples anew, in sizes that are allowed', () => {
  const sizes = fc.record({
    training: anyNumber(recipeFields.training),
    evaluation: anyNumber(recipeFields.evaluation),
  });
  fc.assert(
    fc.property(sizes, anyNumber(evaluationShare), (before, share) => {
      const { training, evaluation } = divided(before, share);
      expect(training + evaluation).toBe(before.training + before.evaluation);
      expect(training).toBeGreaterThanOrEqual(recipeFields.training.min);
      expect(training).toBeLessThanOrEqual(recipeFields.training.max);
      expect(evaluation).toBeGreaterThanOrEqual(0);
      expect(evaluation).toBeLessThanOrEqual(recipeFields.evaluation.max);
      const wanted = Math.round(share * (training + evaluation));
      const allowed = training > 10 && training < 20_000 && evaluation < 20_000;
      if (allowed) expect(evaluation).toBe(wanted);
    }),
    { seed: 5, numRuns: 500 },
  );
});
