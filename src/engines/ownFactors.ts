import { withDefaults } from '../learning/hyperparameter.ts';
import type { TrainingSpecification } from '../learning/specification.ts';
import type { Updater } from '../learning/updaters/updater.ts';
import { factorValues } from '../learning/updaters/updaterFactors.ts';
import { updaterNamed } from '../learning/updaters/updaters.ts';

/** Names of the numbers that an updater's GLSL is given besides the rate, in their order. */
export function ownFactors({ hyperparameters, factors }: Updater): string[] {
  return [...hyperparameters.map(({ name }) => name), ...factors.names];
}

/** Their values; `count`: which update it is, 1 for the first. */
export function ownFactorValues(training: TrainingSpecification, count: number): number[] {
  const updater = updaterNamed(training.updater);
  const hyperparameters = withDefaults(updater.hyperparameters, training.hyperparameters);
  const own = { ...hyperparameters, ...factorValues(updater.factors, hyperparameters, count) };
  return ownFactors(updater).map((name) => own[name]);
}
