import { describe, expect, it } from 'vitest';
import { schedules } from '../../../src/learning/schedules/schedules.ts';
import { updaters } from '../../../src/learning/updaters/updaters.ts';
import { limits } from '../../../src/learning/validation/limits.ts';
import { validateTraining } from '../../../src/learning/validation/validateTraining.ts';
import { smallTraining } from '../../support/networks.ts';
import { refusalOf } from './refusal.ts';

const adam = { ...smallTraining, updater: 'adam' };

describe('validateTraining', () => {
  it('returns an equal training, and a copy', () => {
    const checked = validateTraining(smallTraining);
    expect(checked).toEqual(smallTraining);
    expect(checked).not.toBe(smallTraining);
  });

  for (const [name, { min, max }] of Object.entries(limits.training)) {
    const kind = name === 'batchSize' ? 'a whole number' : 'a number';
    const tiny = name === 'batchSize' ? 1 : 1e-9;

    it(`takes ${name} from ${min} to ${max}`, () => {
      for (const value of [min, max]) {
        expect(validateTraining({ ...smallTraining, [name]: value })).toHaveProperty(name, value);
      }
    });

    it(`refuses any other ${name}`, () => {
      const below = min - tiny;
      const above = max + tiny;
      for (const value of [below, above, NaN, Infinity, -Infinity]) {
        expect(refusalOf(() => validateTraining({ ...smallTraining, [name]: value }))).toBe(
          `training.${name}: expected ${kind} from ${min} to ${max}, got ${value}`,
        );
      }
      expect(refusalOf(() => validateTraining({ ...smallTraining, [name]: '1' }))).toBe(
        `training.${name}: expected ${kind} from ${min} to ${max}, got "1"`,
      );
    });
  }

  it('takes the ends of the range of every hyperparameter of every updater', () => {
    for (const { name: updater, hyperparameters } of updaters) {
      for (const end of ['min', 'max', 'default'] as const) {
        const values = Object.fromEntries(hyperparameters.map((entry) => [entry.name, entry[end]]));
        const training = { ...smallTraining, updater, hyperparameters: values };
        expect(validateTraining(training)).toEqual(training);
      }
    }
  });

  it('takes the ends of the range of every hyperparameter of every schedule', () => {
    for (const { name: schedule, hyperparameters } of schedules) {
      for (const end of ['min', 'max', 'default'] as const) {
        const values = Object.fromEntries(hyperparameters.map((entry) => [entry.name, entry[end]]));
        const training = { ...smallTraining, schedule, scheduleHyperparameters: values };
        expect(validateTraining(training)).toEqual(training);
      }
    }
  });

  it('leaves out what is left out of the hyperparameters', () => {
    const training = { ...adam, hyperparameters: { beta2: 0.99 } };
    expect(validateTraining(training)).toEqual(training);
  });

  const refused: readonly (readonly [title: string, value: unknown, message: string])[] = [
    ['a number', 7, 'training: expected an object, got 7'],
    [
      'a batch size of 2.5',
      { ...smallTraining, batchSize: 2.5 },
      'training.batchSize: expected a whole number from 1 to 4096, got 2.5',
    ],
    [
      'a hyperparameter beyond its range',
      { ...adam, hyperparameters: { beta1: 1 } },
      'training.hyperparameters.beta1: expected a number from 0 to 0.999, got 1',
    ],
    [
      'a hyperparameter of another updater',
      { ...adam, hyperparameters: { momentum: 0.9 } },
      'training.hyperparameters: expected only the keys beta1, beta2, epsilon, got "momentum"',
    ],
    [
      'a hyperparameter where there are none',
      { ...smallTraining, hyperparameters: { momentum: 0.9 } },
      'training.hyperparameters: expected no keys, got "momentum"',
    ],
    [
      'hyperparameters in a list',
      { ...adam, hyperparameters: [0.9, 0.999] },
      'training.hyperparameters: expected an object, got a list of 2',
    ],
    [
      'a hyperparameter of another schedule',
      { ...smallTraining, schedule: 'step', scheduleHyperparameters: { period: 3 } },
      'training.scheduleHyperparameters: expected only the keys drop, every, got "period"',
    ],
    [
      'an unknown updater',
      { ...smallTraining, updater: 'lion' },
      `training.updater: expected one of ${updaters.map(({ name }) => name).join(', ')}, got "lion"`,
    ],
    [
      'an unknown schedule',
      { ...smallTraining, schedule: 1 },
      `training.schedule: expected one of ${schedules.map(({ name }) => name).join(', ')}, got 1`,
    ],
    [
      'an unknown key',
      { ...smallTraining, batch: 50 },
      'training: expected only the keys updater, hyperparameters, rate, schedule, ' +
        'scheduleHyperparameters, batchSize, l1, l2, dropout, clipping, got "batch"',
    ],
    [
      'a key that objects inherit',
      JSON.parse('{ "__proto__": {} }'),
      `training.updater: expected one of ${updaters.map(({ name }) => name).join(', ')}, got nothing`,
    ],
  ];
  for (const [title, value, message] of refused) {
    it(`refuses ${title}`, () => {
      expect(refusalOf(() => validateTraining(value))).toBe(message);
    });
  }
});
