import type { TrainingSpecification } from '../specification.ts';
import { updaterNamed } from '../updaters/updaters.ts';

/**
 * The training with another updater, its rate and its default hyperparameters.
 * @throws RangeError for a name that is not in the table.
 */
export function withUpdater(training: TrainingSpecification, name: string): TrainingSpecification {
  return { ...training, updater: name, rate: updaterNamed(name).defaultRate, hyperparameters: {} };
}
