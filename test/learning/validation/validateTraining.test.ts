import { describe, expect, it } from 'vitest';
import { schedules } from '../../../src/learning/schedules/schedules.ts';
import { trainingFields } from '../../../src/learning/settings/trainingFields.ts';
import { updaters } from '../../../src/learning/updaters/updaters.ts';
import { validateTraining } from '../../../src/learning/validation/validateTraining.ts';
import { smallTraining } from '../../support/networks.ts';
import { faultOf, refusedBy } from './refusal.ts';

const adam = { ...smallTraining, updater: 'adam' };

describe('validateTraining', () => {
  it('returns an equal training, and a copy', () => {
    const checked = validateTraining(smallTraining);
    expect(checked).toEqual(smallTraining);
    expect(checked).not.toBe(smallTraining);
  });

  describe.each(['rate', 'batchSize', 'l1', 'l2', 'dropout', 'clipping'] as const)('%s', (name) => {
    const { min, max } = trainingFields[name];
    const step = name === 'batchSize' ? 1 : 1e-9;

    it.each([min, max])('takes %d', (value) => {
      expect(validateTraining({ ...smallTraining, [name]: value })).toHaveProperty(name, value);
    });

    it.each([
      [min - step, 'range'],
      [max + step, 'range'],
      [Infinity, 'range'],
      [-Infinity, 'range'],
      [NaN, 'type'],
      ['1', 'type'],
    ])('refuses %j', (value, code) => {
      const fault = faultOf(() => validateTraining({ ...smallTraining, [name]: value }));
      expect(fault).toBe(`training.${name} ${code}`);
    });
  });

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

  const refused: readonly (readonly [title: string, value: unknown, fault: string])[] = [
    ['a number', 7, 'training type'],
    ['a batch size of 2.5', { ...smallTraining, batchSize: 2.5 }, 'training.batchSize whole'],
    [
      'a hyperparameter beyond its range',
      { ...adam, hyperparameters: { beta1: 1 } },
      'training.hyperparameters.beta1 range',
    ],
    [
      'a hyperparameter of another updater',
      { ...adam, hyperparameters: { momentum: 0.9 } },
      'training.hyperparameters key',
    ],
    [
      'a hyperparameter where there are none',
      { ...smallTraining, hyperparameters: { momentum: 0.9 } },
      'training.hyperparameters key',
    ],
    [
      'hyperparameters in a list',
      { ...adam, hyperparameters: [0.9, 0.999] },
      'training.hyperparameters type',
    ],
    [
      'a hyperparameter of another schedule',
      { ...smallTraining, schedule: 'step', scheduleHyperparameters: { period: 3 } },
      'training.scheduleHyperparameters key',
    ],
    ['an unknown updater', { ...smallTraining, updater: 'lion' }, 'training.updater name'],
    ['an unknown schedule', { ...smallTraining, schedule: 1 }, 'training.schedule type'],
    ['an unknown key', { ...smallTraining, batch: 50 }, 'training key'],
    ['a key that objects inherit', JSON.parse('{ "__proto__": {} }'), 'training.updater type'],
  ];

  it.each(refused)('refuses %s', (_title, value, fault) => {
    expect(faultOf(() => validateTraining(value))).toBe(fault);
  });

  it.each([
    [{ batchSize: 'abc' }, 'batch size: expected a whole number from 1 to 4096, got "abc"'],
    [
      { updater: 'adam', hyperparameters: { beta1: 1 } },
      'β₁: expected a number from 0 to 0.999, got 1',
    ],
    [
      { updater: 'adam', hyperparameters: { momentum: 0.9 } },
      'hyperparameters of the updater: expected only the keys beta1, beta2, epsilon, got "momentum"',
    ],
    [
      { hyperparameters: { momentum: 0.9 } },
      'hyperparameters of the updater: expected no keys, got "momentum"',
    ],
  ])('names the field of %j as the screen does', (change, message) => {
    expect(refusedBy(() => validateTraining({ ...smallTraining, ...change })).message).toBe(
      message,
    );
  });
});
