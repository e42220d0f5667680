import { expect, test } from 'vitest';
import { roundStepAtLeast, roundStepAtMost, roundSteps } from '../../src/learning/roundSteps.ts';
import { createRandom } from '../../src/learning/random.ts';

test('worked examples, both ends included', () => {
  expect(roundSteps(0.02, 10)).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]);
  expect(roundSteps(3, 4)).toEqual([]);
  expect(roundSteps(1000, 1000)).toEqual([1000]);
  expect([roundStepAtMost(0.7), roundStepAtLeast(0.7)]).toEqual([0.5, 1]);
  expect([roundStepAtMost(24), roundStepAtLeast(24)]).toEqual([20, 50]);
});

test('a round step is its own neighbour, at every power of ten', () => {
  for (let power = -40; power <= 40; power++) {
    for (const factor of [1, 2, 5]) {
      const step = Number(`${factor}e${power}`);
      expect([roundStepAtMost(step), roundStepAtLeast(step)]).toEqual([step, step]);
    }
  }
});

test('seed 11: neighbours of any number are next to each other in the list', () => {
  const random = createRandom(11);
  for (let round = 0; round < 1000; round++) {
    const value = 10 ** (20 * random.uniform() - 10);
    const [below, above] = [roundStepAtMost(value), roundStepAtLeast(value)];
    expect(below).toBeLessThanOrEqual(value);
    expect(above).toBeGreaterThanOrEqual(value);
    expect(roundSteps(below, above)).toEqual([...new Set([below, above])]);
  }
});
