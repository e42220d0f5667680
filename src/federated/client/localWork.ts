import { epochOrder, stepsPerEpoch } from '../../learning/batches.ts';
import type { Engine } from '../../learning/engine.ts';
import { withDefaults } from '../../learning/hyperparameter.ts';
import { ParameterUpdate } from '../../learning/network/parameterUpdate.ts';
import { scheduleNamed } from '../../learning/schedules/schedules.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import { addTo } from '../addTo.ts';
import type { LocalTerm } from '../strategies/strategy.ts';

/** How a client learns in a round. */
export interface WorkPlan {
  /**
   * `epochs`: E local epochs with the updater, from a state of zero (FedAvg). `gradient`: the mean
   * gradient of some mini-batches at the parameters received, times the rate (FedSGD).
   */
  readonly kind: 'epochs' | 'gradient';
  /** E of `epochs`. */
  readonly epochs: number;
  /** Mini-batches of `gradient`; 0 = all samples of the client as one. */
  readonly batches: number;
  readonly local: LocalTerm;
  /** μ of the proximal term. */
  readonly mu: number;
}

/** What a client begins a round with. */
export interface Task {
  /** Rounds before this one, whether this client was in them or not. */
  readonly round: number;
  /** w₀ */
  readonly parameters: Float32Array;
  /** c of SCAFFOLD, else empty. */
  readonly variate: Float32Array;
}

/** What a client has made of a task. */
export interface Work {
  /** w − w₀ */
  readonly change: Float64Array;
  /** Samples that it learned from. */
  readonly samples: number;
  /** The change of its own control variate cᵢ; empty unless the term is `variates`. */
  readonly variateChange: Float64Array;
}

/** What the work of a client depends on. */
export interface WorkOptions {
  /** Number of samples in the engine's training set, at least 1. */
  readonly size: number;
  /** Number of parameters. */
  readonly count: number;
  readonly plan: WorkPlan;
}

/** Works for one client, on an engine whose training set are the client's samples. */
export class LocalWork {
  readonly #engine: Engine;
  readonly #size: number;
  readonly #plan: WorkPlan;
  /** cᵢ */
  readonly #variate: Float64Array;
  readonly #emptyState: Float32Array;

  constructor(engine: Engine, { size, count, plan }: WorkOptions) {
    this.#engine = engine;
    this.#size = size;
    this.#plan = plan;
    this.#variate = new Float64Array(plan.local === 'variates' ? count : 0);
    const { slots } = updaterNamed(engine.specification.training.updater);
    this.#emptyState = new Float32Array(slots.length * count);
  }

  /** cᵢ of SCAFFOLD, a copy. */
  get variate(): Float64Array {
    return this.#variate.slice();
  }

  async work(task: Task): Promise<Work> {
    if (this.#plan.kind === 'gradient') return this.#gradient(task);
    return this.#plan.local === 'none' ? this.#epochs(task) : this.#correctedEpochs(task);
  }

  /** SCAFFOLD's client keeps its new control variate only when the server has taken its update. */
  accept({ variateChange }: Work): void {
    addTo(this.#variate, variateChange);
  }

  async #epochs({ round, parameters }: Task): Promise<Work> {
    const engine = this.#engine;
    const steps = this.#plan.epochs * this.#stepsPerEpoch;
    const epoch = round * this.#plan.epochs;
    const progress = { step: round * steps, epoch, position: 0, updates: 0 };
    await engine.restore({ progress, parameters, updaterState: this.#emptyState });
    await engine.train(steps);
    return this.#result(parameters, await engine.parameters());
  }

  async #gradient({ round, parameters }: Task): Promise<Work> {
    const { batches } = this.#plan;
    const takesAll = batches === 0 || batches >= this.#stepsPerEpoch;
    const indices = takesAll ? this.#all : this.#nextBatches(round, batches);
    await this.#engine.setParameters(parameters);
    const update = this.#updateFrom(parameters);
    update.gradient.set(await this.#engine.gradient(indices));
    update.apply(takesAll ? round : Math.floor((round * batches) / this.#stepsPerEpoch), 1);
    return { ...this.#result(parameters, update.values), samples: indices.length };
  }

  /** Step by step, because engines know neither of the terms. */
  async #correctedEpochs({ round, parameters, variate }: Task): Promise<Work> {
    const update = this.#updateFrom(parameters);
    let rates = 0;
    let count = 0;
    for (let e = 0; e < this.#plan.epochs; e++) {
      const epoch = round * this.#plan.epochs + e;
      const order = this.#order(epoch);
      for (let first = 0; first < this.#size; first += this.#batchSize) {
        await this.#engine.setParameters(Float32Array.from(update.values));
        const batch = order.slice(first, first + this.#batchSize);
        update.gradient.set(await this.#engine.gradient(batch));
        this.#addTerm(update, parameters, variate);
        update.apply(epoch, ++count);
        rates += this.#rate(epoch);
      }
    }
    const work = this.#result(parameters, update.values);
    if (this.#plan.local !== 'variates') return work;
    return { ...work, variateChange: work.change.map((d, i) => -(variate[i] ?? 0) - d / rates) };
  }

  #addTerm(update: ParameterUpdate, received: Float32Array, variate: Float32Array): void {
    const { gradient, values } = update;
    if (this.#plan.local === 'proximal') {
      addTo(gradient, values, this.#plan.mu);
      addTo(gradient, received, -this.#plan.mu);
    } else {
      addTo(gradient, variate);
      addTo(gradient, this.#variate, -1);
    }
  }

  #updateFrom(parameters: Float32Array): ParameterUpdate {
    const update = new ParameterUpdate(this.#engine.specification);
    update.setParameters(parameters);
    return update;
  }

  #result(before: Float32Array, after: ArrayLike<number>): Work {
    const change = new Float64Array(before.length);
    for (let i = 0; i < change.length; i++) change[i] = (after[i] ?? NaN) - (before[i] ?? NaN);
    return { change, samples: this.#size, variateChange: new Float64Array() };
  }

  get #training(): TrainingSpecification {
    return this.#engine.specification.training;
  }

  get #batchSize(): number {
    return this.#training.batchSize;
  }

  get #stepsPerEpoch(): number {
    return stepsPerEpoch(this.#size, this.#batchSize);
  }

  get #all(): Uint32Array {
    return Uint32Array.from({ length: this.#size }, (_, i) => i);
  }

  #order(epoch: number): Uint32Array {
    return epochOrder(this.#engine.specification.network.seed, epoch, this.#size);
  }

  /** The mini-batches that follow those of the rounds before, over the ends of epochs. */
  #nextBatches(round: number, batches: number): Uint32Array {
    const indices: number[] = [];
    for (let batch = round * batches; batch < (round + 1) * batches; batch++) {
      const order = this.#order(Math.floor(batch / this.#stepsPerEpoch));
      const first = (batch % this.#stepsPerEpoch) * this.#batchSize;
      indices.push(...order.subarray(first, first + this.#batchSize));
    }
    return Uint32Array.from(indices);
  }

  #rate(epoch: number): number {
    const { rate, schedule, scheduleHyperparameters } = this.#training;
    const { factor, hyperparameters } = scheduleNamed(schedule);
    return rate * factor(withDefaults(hyperparameters, scheduleHyperparameters), epoch);
  }
}
