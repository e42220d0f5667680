import { expect, test } from 'vitest';
import { withDefaults } from '../../src/learning/hyperparameter.ts';

const hyperparameters = [
  { name: 'decay', label: 'decay', default: 0.9, min: 0, max: 1, meaning: 'How slow.' },
  { name: 'floor', label: 'floor', default: 0.1, min: 0, max: 1, meaning: 'How low.' },
];

test('what is not given has its default', () => {
  expect(withDefaults(hyperparameters, {})).toEqual({ decay: 0.9, floor: 0.1 });
  expect(withDefaults(hyperparameters, { decay: 0.5 })).toEqual({ decay: 0.5, floor: 0.1 });
});

test('a given 0 stays 0', () => {
  expect(withDefaults(hyperparameters, { floor: 0 })).toEqual({ decay: 0.9, floor: 0 });
});

test('what is given for another updater or schedule is left out', () => {
  expect(withDefaults(hyperparameters, { momentum: 0.5 })).toEqual({ decay: 0.9, floor: 0.1 });
});
