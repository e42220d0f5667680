import { expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import { rmsprop } from '../../../src/learning/updaters/rmsprop.ts';
import { follow } from './follow.ts';

test('down an even slope the steps approach the learning rate, however steep it is', () => {
  for (const steepness of [0.1, 1, 1000]) {
    const path = follow(rmsprop, new Array<number>(300).fill(steepness), 0.01, { decay: 0.9 });
    // 0.9^300 = 2e-14, and ε / g² = 1e-5 at most.
    expect((entryAt(path, 298) - entryAt(path, 299)) / 0.01, `slope ${steepness}`).toBeCloseTo(
      1,
      4,
    );
  }
});

test('without decay only the sign of the gradient counts', () => {
  const path = follow(rmsprop, [3, -4, 12], 0.1, { decay: 0, epsilon: 0 });
  [0.9, 1, 0.9].forEach((w, step) => expect(path[step]).toBeCloseTo(w, 14));
});
