import { expect, test } from 'vitest';
import { activationNamed } from '../../src/learning/activations/activations.ts';
import { initializerNamed } from '../../src/learning/initializers/initializers.ts';
import { named } from '../../src/learning/named.ts';
import { scheduleNamed } from '../../src/learning/schedules/schedules.ts';
import { updaterNamed } from '../../src/learning/updaters/updaters.ts';

const fruits = [{ name: 'apple' }, { name: 'pear' }];

test('finds the entry of a name', () => {
  expect(named('fruit', fruits, 'pear')).toBe(fruits[1]);
});

test('an unknown name is an error that lists the names there are', () => {
  expect(() => named('fruit', fruits, 'plum')).toThrow(
    new RangeError('fruit: expected one of apple, pear, got "plum"'),
  );
});

test('names are taken exactly, and inherited properties are no names', () => {
  for (const name of ['Apple', '', 'toString', '__proto__']) {
    expect(() => named('fruit', fruits, name), name).toThrow(RangeError);
  }
});

test('each family has its lookup', () => {
  expect(activationNamed('relu').label).toBe('ReLU');
  expect(updaterNamed('nesterovs').label).toBe('Nesterovs');
  expect(initializerNamed('xavier').label).toBe('Xavier');
  expect(scheduleNamed('cosine').label).toBe('cosine');
  expect(() => activationNamed('step')).toThrow(/^activation: expected one of relu, tanh, /);
  expect(() => updaterNamed('lion')).toThrow(/^updater: expected one of sgd, momentum, /);
  expect(() => initializerNamed('ones')).toThrow(/^initializer: expected one of xavier, he, /);
  expect(() => scheduleNamed('linear')).toThrow(/^schedule: expected one of constant, step, /);
});
