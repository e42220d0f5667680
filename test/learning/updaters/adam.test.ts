import { expect, test } from 'vitest';
import { adam } from '../../../src/learning/updaters/adam.ts';
import { adamax } from '../../../src/learning/updaters/adamax.ts';
import { follow } from './follow.ts';

test.each([adam, adamax])('$name: down an even slope each step is the learning rate', (updater) => {
  for (const steepness of [-1000, -0.1, 0.1, 1, 1000]) {
    const path = follow(updater, new Array<number>(50).fill(steepness), 0.01);
    // The corrections make up for the start at 0 exactly; ε / |g| = 1e-6 at most.
    path.forEach((w, step) => {
      expect(w, `step ${step}`).toBeCloseTo(1 - 0.01 * Math.sign(steepness) * (step + 1), 6);
    });
  }
});
