import { describe, expect, test } from 'vitest';
import { withDefaults } from '../../../src/learning/hyperparameter.ts';
import type { Hyperparameters } from '../../../src/learning/hyperparameter.ts';
import { scheduleNamed, schedules } from '../../../src/learning/schedules/schedules.ts';
import { expectWellFormed } from '../expectWellFormed.ts';

const epochs = Array.from({ length: 401 }, (_, i) => i / 4);

test('the table holds the four schedules, each name once', () => {
  expect(schedules.map(({ name }) => name)).toEqual(['constant', 'step', 'cosine', 'exponential']);
});

describe.each(schedules)('$name', ({ hyperparameters, factor }) => {
  const defaults = withDefaults(hyperparameters, {});

  test('its hyperparameters are well formed', () => expectWellFormed(hyperparameters));

  test('starts at 1 whatever the hyperparameters', () => {
    const values = (choice: 'min' | 'max' | 'default') =>
      Object.fromEntries(hyperparameters.map((each) => [each.name, each[choice]]));
    for (const choice of ['min', 'max', 'default'] as const) {
      expect(factor(values(choice), 0), choice).toBe(1);
    }
  });

  test('never rises, and stays above 0', () => {
    for (const epoch of epochs) {
      const now = factor(defaults, epoch);
      expect(now, `epoch ${epoch}`).toBeGreaterThan(0);
      expect(factor(defaults, epoch + 0.25), `epoch ${epoch}`).toBeLessThanOrEqual(now);
    }
  });
});

interface Known {
  readonly name: string;
  readonly given: Hyperparameters;
  /** [epoch, factor] */
  readonly values: readonly (readonly [number, number])[];
}

const known: readonly Known[] = [
  { name: 'constant', given: {}, values: [[1000, 1]] },
  {
    name: 'step',
    given: { drop: 0.1, every: 3 },
    values: [
      [2.999, 1],
      [3, 0.1],
      [5, 0.1],
      [6, 0.01],
    ],
  },
  {
    name: 'cosine',
    given: { period: 12, floor: 0.2 },
    values: [
      [3, 0.2 + (0.8 * (1 + Math.SQRT1_2)) / 2], // cos 45°
      [4, 0.2 + 0.8 * 0.75], // cos 60° = ½
      [6, 0.6], // half way
      [12, 0.2],
      [100, 0.2],
    ],
  },
  {
    name: 'exponential',
    given: { decay: 0.5 },
    values: [
      [1, 0.5],
      [0.5, Math.SQRT1_2],
      [10, 1 / 1024],
    ],
  },
];

test.each(known)('$name gives the known values', ({ name, given, values }) => {
  const { factor } = scheduleNamed(name);
  for (const [epoch, expected] of values) expect(factor(given, epoch)).toBeCloseTo(expected, 14);
});
