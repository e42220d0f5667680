import { withDefaults } from '../../../src/learning/hyperparameter.ts';
import type { Hyperparameters } from '../../../src/learning/hyperparameter.ts';
import type { Updater, UpdaterState, Vector } from '../../../src/learning/updaters/updater.ts';

/** State vectors for an updater, all zero, of the kind and length of the parameters. */
export function zeroState(updater: Updater, parameters: Vector): UpdaterState {
  const slot = (index: number) =>
    index < updater.slots.length ? parameters.map(() => 0) : parameters.slice(0, 0);
  return [slot(0), slot(1), slot(2)];
}

/** The value of one parameter after each of the gradients, from 1 on and with zero state. */
export function follow(
  updater: Updater,
  gradients: readonly number[],
  rate: number,
  given: Hyperparameters = {},
): number[] {
  const hyperparameters = withDefaults(updater.hyperparameters, given);
  const parameters = Float64Array.of(1);
  const state = zeroState(updater, parameters);
  return gradients.map((g, step) => {
    const gradient = Float64Array.of(g);
    updater.apply({ parameters, gradient, state, rate, count: step + 1, hyperparameters });
    return parameters[0] ?? NaN;
  });
}

/** 40 gradients of changing size and sign. */
export const wavyGradients = Array.from(
  { length: 40 },
  (_, t) => Math.sin(t) + 2 * Math.cos(3 * t),
);
