import { type Hyperparameters, withDefaults } from '../../learning/hyperparameter.ts';
import type { Schedule } from '../../learning/schedules/schedule.ts';
import { scheduleNamed } from '../../learning/schedules/schedules.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type { Updater } from '../../learning/updaters/updater.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';

/** The numbers that a step is given: the rate after the schedule, then the updater's own. */
export class StepFactors {
  readonly #rate: number;
  readonly #updater: Updater;
  readonly #hyperparameters: Hyperparameters;
  readonly #schedule: Schedule;
  readonly #scheduleHyperparameters: Hyperparameters;

  constructor(training: TrainingSpecification) {
    this.#rate = training.rate;
    this.#updater = updaterNamed(training.updater);
    this.#hyperparameters = withDefaults(this.#updater.hyperparameters, training.hyperparameters);
    this.#schedule = scheduleNamed(training.schedule);
    this.#scheduleHyperparameters = withDefaults(
      this.#schedule.hyperparameters,
      training.scheduleHyperparameters,
    );
  }

  /** All of them, before the first step of an epoch. The schedule takes whole epochs. */
  begin(target: Float32Array, epoch: number): void {
    target[0] = this.#rate * this.#schedule.factor(this.#scheduleHyperparameters, epoch);
    const { hyperparameters } = this.#updater;
    for (let i = 0; i < hyperparameters.length; i++) {
      target[1 + i] = this.#hyperparameters[hyperparameters[i].name];
    }
  }

  /** What is new in each step; `count`: which update it is, 1 for the first. */
  write(target: Float32Array, count: number): void {
    const { factors, hyperparameters } = this.#updater;
    factors.write(target, 1 + hyperparameters.length, this.#hyperparameters, count);
  }
}
