import { type Hyperparameters, withDefaults } from '../../learning/hyperparameter.ts';
import { scheduleNamed } from '../../learning/schedules/schedules.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type { Updater } from '../../learning/updaters/updater.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import { ownFactors } from '../updaterFactors.ts';

/** The numbers that a step is given: the rate after the schedule, then the updater's own. */
export class StepFactors {
  readonly #training: TrainingSpecification;
  readonly #updater: Updater;
  readonly #hyperparameters: Hyperparameters;
  readonly #names: readonly string[];

  constructor(training: TrainingSpecification) {
    this.#training = training;
    this.#updater = updaterNamed(training.updater);
    this.#hyperparameters = withDefaults(this.#updater.hyperparameters, training.hyperparameters);
    this.#names = ownFactors(this.#updater);
  }

  /** `count`: which update it is, 1 for the first. The schedule takes whole epochs. */
  write(target: Float32Array, epoch: number, count: number): void {
    const factors = this.#updater.factors(this.#hyperparameters, count);
    target[0] = this.#training.rate * this.#scheduleFactor(epoch);
    for (let i = 0; i < this.#names.length; i++) {
      const name = this.#names[i];
      target[1 + i] = this.#hyperparameters[name] ?? factors[name];
    }
  }

  #scheduleFactor(epoch: number): number {
    const { schedule, scheduleHyperparameters } = this.#training;
    const { factor, hyperparameters } = scheduleNamed(schedule);
    return factor(withDefaults(hyperparameters, scheduleHyperparameters), epoch);
  }
}
