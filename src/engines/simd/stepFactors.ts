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
  /** Whether some of them change from step to step. */
  readonly #changing: boolean;

  constructor(training: TrainingSpecification) {
    this.#training = training;
    this.#updater = updaterNamed(training.updater);
    this.#hyperparameters = withDefaults(this.#updater.hyperparameters, training.hyperparameters);
    this.#names = ownFactors(this.#updater);
    this.#changing = this.#names.length > this.#updater.hyperparameters.length;
  }

  /** All of them, before the first step of an epoch. The schedule takes whole epochs. */
  begin(target: Float32Array, epoch: number): void {
    target[0] = this.#training.rate * this.#scheduleFactor(epoch);
    this.#names.forEach((name, i) => {
      if (name in this.#hyperparameters) target[1 + i] = this.#hyperparameters[name];
    });
  }

  /** What is new in each step; `count`: which update it is, 1 for the first. */
  write(target: Float32Array, count: number): void {
    if (!this.#changing) return;
    const factors = this.#updater.factors(this.#hyperparameters, count);
    for (let i = this.#updater.hyperparameters.length; i < this.#names.length; i++) {
      target[1 + i] = factors[this.#names[i]];
    }
  }

  #scheduleFactor(epoch: number): number {
    const { schedule, scheduleHyperparameters } = this.#training;
    const { factor, hyperparameters } = scheduleNamed(schedule);
    return factor(withDefaults(hyperparameters, scheduleHyperparameters), epoch);
  }
}
