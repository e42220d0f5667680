import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { withDefaults } from '../../../src/learning/hyperparameter.ts';
import type { Hyperparameters } from '../../../src/learning/hyperparameter.ts';
import { factorValues } from '../../../src/learning/updaters/updaterFactors.ts';
import { updaterNamed, updaters } from '../../../src/learning/updaters/updaters.ts';
import { expectWellFormed } from '../expectWellFormed.ts';
import { glslIdentifiers, glslIntegers, glslNames, runGlsl } from '../runGlsl.ts';
import { zeroState } from './follow.ts';
import { valleyGradient, valleyHeight, valleyStart } from './valley.ts';

tf.enableProdMode(); // No advertisement on the console.

const names = [
  'sgd',
  'momentum',
  'nesterovs',
  'adagrad',
  'rmsprop',
  'adadelta',
  'adam',
  'adamax',
  'nadam',
  'amsgrad',
  'adamw',
];

test('the table holds the eleven updaters, each name once', () => {
  expect(updaters.map(({ name }) => name)).toEqual(names);
});

describe.each(updaters)('$name', (updater) => {
  const { hyperparameters, slots, defaultRate, glsl, apply, factors } = updater;
  const defaults = withDefaults(hyperparameters, {});

  test('its hyperparameters are well formed, and it has at most 3 slots', () => {
    expect(defaultRate).toBeGreaterThan(0);
    expectWellFormed(hyperparameters);
    expect(slots.length).toBeLessThanOrEqual(3);
  });

  test('a gradient of zero changes nothing at the start, but for weight decay', () => {
    const parameters = valleyStart(1);
    const state = zeroState(updater, parameters);
    const gradient = new Float64Array(parameters.length);
    const hyperparameters = { ...defaults, weightDecay: 0 };
    apply({ parameters, gradient, state, rate: 1, count: 1, hyperparameters });
    expect(parameters).toEqual(valleyStart(1));
    expect(state).toEqual(zeroState(updater, parameters));
  });

  test('the first step goes down', () => {
    const parameters = valleyStart(2);
    const gradient = valleyGradient(parameters);
    const state = zeroState(updater, parameters);
    apply({ parameters, gradient, state, rate: 1e-3, count: 1, hyperparameters: defaults });
    expect(valleyHeight(parameters)).toBeLessThan(valleyHeight(valleyStart(2)));
  });

  test('each parameter is treated alone', () => {
    const whole = walk(updater.name, valleyStart(3), defaults);
    const half = walk(updater.name, valleyStart(3).slice(0, 3), defaults);
    expect(half).toEqual(whole.slice(0, 3));
  });

  test('the GLSL names nothing but what it is given, and has no integers', () => {
    const given = [...slots, ...Object.keys(defaults), ...factors.names];
    const known = [...glslNames, 'w', 'g', 'rate', ...given, 'delta'];
    expect(known).toEqual(expect.arrayContaining(glslIdentifiers(glsl)));
    expect(new Set([...given, 'delta', 'w', 'g', 'rate']).size).toBe(given.length + 4);
    expect(glslIntegers(glsl)).toEqual([]);
  });

  test('the GLSL computes the same', () => {
    const rate = 0.01;
    const parameters = valleyStart(4);
    const state = zeroState(updater, parameters);
    for (let count = 1; count <= 20; count++) {
      const gradient = valleyGradient(parameters);
      const expected = Array.from(parameters, (w, i) =>
        runGlsl(glsl, {
          ...defaults,
          ...factorValues(factors, defaults, count),
          ...Object.fromEntries(slots.map((slot, s) => [slot, state[s]?.[i] ?? NaN])),
          ...{ w, g: gradient[i] ?? NaN, rate },
        }),
      );
      apply({ parameters, gradient, state, rate, count, hyperparameters: defaults });
      // Both in double precision: what differs is the order of the roundings.
      expected.forEach((glslResult, i) => {
        expect(parameters[i]).toBeCloseTo(glslResult.w ?? NaN, 12);
        slots.forEach((slot, s) => {
          expect(state[s]?.[i]).toBeCloseTo(glslResult[slot] ?? NaN, 11);
        });
      });
    }
  });
});

/** Gradients of 30 steps that do not depend on the parameters. */
function walk(name: string, parameters: Float64Array, hyperparameters: Hyperparameters) {
  const updater = updaterNamed(name);
  const state = zeroState(updater, parameters);
  for (let count = 1; count <= 30; count++) {
    const gradient = parameters.map((_, i) => Math.sin(count * (i + 1)));
    updater.apply({ parameters, gradient, state, rate: 0.01, count, hyperparameters });
  }
  return parameters;
}

interface Race {
  readonly name: string;
  readonly rate: number;
  readonly hyperparameters: Hyperparameters;
  readonly optimizer: () => tf.Optimizer;
  /** Largest difference of a parameter in 100 steps; 1e-6 unless told. */
  readonly tolerance?: number;
}

/**
 * With the defaults of tfjs, which are ours, and with others. Not AdaDelta, which in tfjs is plain
 * gradient descent: see its own test.
 */
const races: readonly Race[] = [
  { name: 'sgd', rate: 0.003, hyperparameters: {}, optimizer: () => tf.train.sgd(0.003) },
  {
    name: 'momentum',
    rate: 0.001,
    hyperparameters: {},
    optimizer: () => tf.train.momentum(0.001, 0.9),
  },
  {
    name: 'momentum',
    rate: 0.002,
    hyperparameters: { momentum: 0.5 },
    optimizer: () => tf.train.momentum(0.002, 0.5),
  },
  {
    name: 'nesterovs',
    rate: 0.001,
    hyperparameters: {},
    optimizer: () => tf.train.momentum(0.001, 0.9, true),
  },
  {
    name: 'nesterovs',
    rate: 0.002,
    hyperparameters: { momentum: 0.5 },
    optimizer: () => tf.train.momentum(0.002, 0.5, true),
  },
  { name: 'adagrad', rate: 0.1, hyperparameters: {}, optimizer: () => tf.train.adagrad(0.1) },
  {
    name: 'adagrad',
    rate: 0.05,
    hyperparameters: { initial: 0.01 },
    optimizer: () => tf.train.adagrad(0.05, 0.01),
  },
  { name: 'rmsprop', rate: 0.01, hyperparameters: {}, optimizer: () => tf.train.rmsprop(0.01) },
  {
    name: 'rmsprop',
    rate: 0.02,
    hyperparameters: { decay: 0.99, epsilon: 0.001 },
    optimizer: () => tf.train.rmsprop(0.02, 0.99, 0, 0.001),
  },
  {
    name: 'adam',
    rate: 0.02,
    hyperparameters: {},
    optimizer: () => tf.train.adam(0.02),
    // tfjs has β₂^t in single precision, which at first puts 1 − β₂^t off by some 3e-5 of itself.
    tolerance: 2e-5,
  },
  {
    name: 'adam',
    rate: 0.02,
    hyperparameters: { beta1: 0.7, beta2: 0.95, epsilon: 0.01 },
    optimizer: () => tf.train.adam(0.02, 0.7, 0.95, 0.01),
  },
  { name: 'adamax', rate: 0.02, hyperparameters: {}, optimizer: () => tf.train.adamax(0.02) },
  {
    name: 'adamax',
    rate: 0.02,
    hyperparameters: { beta1: 0.7, beta2: 0.95, epsilon: 0.01 },
    optimizer: () => tf.train.adamax(0.02, 0.7, 0.95, 0.01),
  },
];

describe('tfjs as the oracle', () => {
  test.each(races)('$name at $rate, $hyperparameters: 100 steps down the valley', (race) => {
    const updater = updaterNamed(race.name);
    const hyperparameters = withDefaults(updater.hyperparameters, race.hyperparameters);
    const parameters = new Float32Array(valleyStart(5));
    const startHeight = valleyHeight(parameters);
    const state = zeroState(updater, parameters);
    const variable = tf.variable(tf.tensor1d(parameters.slice()));
    const optimizer = race.optimizer();

    for (let count = 1; count <= 100; count++) {
      const gradient = new Float32Array(valleyGradient(parameters));
      updater.apply({ parameters, gradient, state, rate: race.rate, count, hyperparameters });
      const tensor = tf.tensor1d(gradient);
      optimizer.applyGradients([{ name: variable.name, tensor }]);
      tensor.dispose();
      const theirs = variable.dataSync();
      parameters.forEach((w, i) => {
        const difference = Math.abs(w - (theirs[i] ?? NaN));
        expect(difference, `w${i}, step ${count}`).toBeLessThan(race.tolerance ?? 1e-6);
      });
    }
    expect(valleyHeight(parameters)).toBeLessThan(startHeight / 2);
    optimizer.dispose();
    variable.dispose();
  });
});
