import { heldParameters } from '../heldParameters.ts';
import { type Hyperparameters, withDefaults } from '../hyperparameter.ts';
import { type LayerShape, layerShapes, parameterCount } from '../parameters.ts';
import { scheduleNamed } from '../schedules/schedules.ts';
import type { Specification, TrainingSpecification } from '../specification.ts';
import type { Updater, UpdaterState } from '../updaters/updater.ts';
import { updaterNamed } from '../updaters/updaters.ts';
import { addPenalties } from './addPenalties.ts';
import { clipToNorm } from './clipToNorm.ts';

/** The parameters of a network and the rule that changes them, in double precision. */
export class ParameterUpdate {
  /** To be filled before each update, in the order of the parameters. */
  readonly gradient: Float64Array;
  /** The parameters. */
  readonly values: Float64Array;
  readonly #shapes: readonly LayerShape[];
  #training: TrainingSpecification;
  #updater: Updater;
  #hyperparameters: Hyperparameters;
  #state: Float64Array;
  #slots: UpdaterState;
  #held: Uint32Array;

  constructor({ network, training }: Specification) {
    const count = parameterCount(network);
    this.gradient = new Float64Array(count);
    this.values = new Float64Array(count);
    this.#shapes = layerShapes(network);
    this.#training = training;
    this.#updater = updaterNamed(training.updater);
    this.#hyperparameters = withDefaults(this.#updater.hyperparameters, training.hyperparameters);
    this.#state = this.#emptyState();
    this.#slots = this.#slotsOf(this.#state);
    this.#held = heldParameters(training);
  }

  get training(): TrainingSpecification {
    return this.#training;
  }

  /** The updater's slots one after the other, each in the order of the parameters. */
  get state(): Float64Array {
    return this.#state;
  }

  /** Returns true if the updater is another one than before; its state is then zero. */
  configure(training: TrainingSpecification): boolean {
    const updater = updaterNamed(training.updater);
    const another = updater !== this.#updater;
    this.#training = training;
    this.#updater = updater;
    this.#hyperparameters = withDefaults(updater.hyperparameters, training.hyperparameters);
    if (another) {
      this.#state = this.#emptyState();
      this.#slots = this.#slotsOf(this.#state);
    }
    this.#held = heldParameters(training);
    this.#applyCuts();
    return another;
  }

  setParameters(parameters: ArrayLike<number>): void {
    this.values.set(parameters);
    this.#applyCuts();
  }

  setState(state: ArrayLike<number>): void {
    this.#state.set(state);
  }

  /**
   * Makes one update from the gradient of the loss. The schedule takes whole epochs, so the rate is
   * the same for all steps of an epoch. `count` = 1, 2, 3, …: the number of the update since the
   * state was all zero.
   */
  apply(epoch: number, count: number): void {
    const { clipping, l1, l2, rate } = this.#training;
    for (const index of this.#held) this.gradient[index] = 0;
    if (clipping > 0) clipToNorm(this.gradient, clipping);
    if (l1 > 0 || l2 > 0) {
      const { gradient, values: parameters } = this;
      addPenalties({ shapes: this.#shapes, parameters, gradient }, l1, l2);
    }
    const vectors = [this.values, ...this.#slots];
    const kept = vectors.map((vector) => Array.from(this.#held, (index) => vector[index] ?? NaN));
    this.#updater.apply({
      parameters: this.values,
      gradient: this.gradient,
      state: this.#slots,
      rate: rate * this.#scheduleFactor(epoch),
      count,
      hyperparameters: this.#hyperparameters,
    });
    this.#held.forEach((index, i) => {
      for (const [v, vector] of vectors.entries()) vector[index] = kept[v]?.[i] ?? NaN;
    });
  }

  #applyCuts(): void {
    for (const index of this.#training.cut) this.values[index] = 0;
  }

  #scheduleFactor(epoch: number): number {
    const { schedule, scheduleHyperparameters } = this.#training;
    const { factor, hyperparameters } = scheduleNamed(schedule);
    return factor(withDefaults(hyperparameters, scheduleHyperparameters), epoch);
  }

  #emptyState(): Float64Array {
    return new Float64Array(this.#updater.slots.length * this.values.length);
  }

  /** Views of the state. Beyond the updater's slots they are empty. */
  #slotsOf(state: Float64Array): UpdaterState {
    const count = this.values.length;
    const slot = (index: number) => state.subarray(index * count, (index + 1) * count);
    return [slot(0), slot(1), slot(2)];
  }
}
