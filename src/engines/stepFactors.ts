import { type Hyperparameters, withDefaults } from '../learning/hyperparameter.ts';
import type { Schedule } from '../learning/schedules/schedule.ts';
import { scheduleNamed } from '../learning/schedules/schedules.ts';
import type { TrainingSpecification } from '../learning/specification.ts';
import type { Updater, Vector } from '../learning/updaters/updater.ts';
import { updaterNamed } from '../learning/updaters/updaters.ts';

/** Names of the numbers that an updater's GLSL reads, in the order of `StepFactors`. */
export function factorNames({ hyperparameters, factors }: Updater): string[] {
  return ['rate', ...hyperparameters.map(({ name }) => name), ...factors.names];
}

/**
 * The numbers that an update reads: the rate after the schedule, the hyperparameters, and what the
 * updater computes from them for this step. It writes them into the caller's array and allocates
 * nothing.
 */
export class StepFactors {
  readonly #rate: number;
  readonly #updater: Updater;
  readonly #hyperparameters: Hyperparameters;
  /** Their values, in their order. */
  readonly #values: Float64Array;
  readonly #schedule: Schedule;
  readonly #scheduleHyperparameters: Hyperparameters;

  constructor(training: TrainingSpecification) {
    this.#rate = training.rate;
    this.#updater = updaterNamed(training.updater);
    this.#hyperparameters = withDefaults(this.#updater.hyperparameters, training.hyperparameters);
    this.#values = Float64Array.from(Object.values(this.#hyperparameters));
    this.#schedule = scheduleNamed(training.schedule);
    this.#scheduleHyperparameters = withDefaults(
      this.#schedule.hyperparameters,
      training.scheduleHyperparameters,
    );
  }

  /** How many numbers there are. */
  get length(): number {
    return 1 + this.#values.length + this.#updater.factors.names.length;
  }

  /** Writes what is the same in all steps of an epoch, from target[first] on. */
  beginEpoch(target: Vector, first: number, epoch: number): void {
    target[first] = this.#rate * this.#schedule.factor(this.#scheduleHyperparameters, epoch);
    target.set(this.#values, first + 1);
  }

  /** Writes what differs from step to step; `count`: the number of the update, 1 for the first. */
  beginStep(target: Vector, first: number, count: number): void {
    const place = first + 1 + this.#values.length;
    this.#updater.factors.write(target, place, this.#hyperparameters, count);
  }
}
