import type {
  Engine,
  EngineName,
  ProbabilitiesAndLoss,
  Snapshot,
} from '../../src/learning/engine.ts';
import { EngineLostError } from '../../src/learning/engine.ts';
import type { Samples, SetName, Window } from '../../src/learning/samples.ts';
import type { Specification, TrainingSpecification } from '../../src/learning/specification.ts';
import type { VirtualClock } from './virtualClock.ts';

/** The cost of an engine's work, in milliseconds of a virtual clock. */
export interface Costs {
  readonly step: number;
  /** For each sample of a mini-batch, in addition to the step. */
  readonly sample?: number;
  /** For each cell of the field. */
  readonly cell: number;
}

/**
 * The SIMD engine under any name, whose work takes virtual time, and whose device can be lost on
 * demand.
 */
export class TimedEngine implements Engine {
  readonly name: EngineName;
  disposed = false;
  /** Number of calls. */
  readonly calls = { train: 0, field: 0, probabilities: 0, loss: 0, probabilitiesAndLoss: 0 };
  /** The largest number of milliseconds that one call took. */
  longestCall = 0;
  readonly #engine: Engine;
  readonly #clock: VirtualClock;
  readonly #costs: Costs;
  #lost = false;

  constructor(name: EngineName, engine: Engine, clock: VirtualClock, costs: Costs) {
    this.name = name;
    this.#engine = engine;
    this.#clock = clock;
    this.#costs = costs;
  }

  get specification(): Specification {
    return this.#engine.specification;
  }

  /** Makes every later call fail with a lost device. */
  lose(): void {
    this.#lost = true;
  }

  progress() {
    return this.#engine.progress();
  }

  load(set: SetName, samples: Samples): Promise<void> {
    return this.#call(0, () => this.#engine.load(set, samples));
  }

  configure(training: TrainingSpecification): Promise<void> {
    return this.#call(0, () => this.#engine.configure(training));
  }

  train(steps: number): Promise<void> {
    this.calls.train++;
    const { batchSize } = this.specification.training;
    const step = this.#costs.step + batchSize * (this.#costs.sample ?? 0);
    return this.#call(steps * step, () => this.#engine.train(steps));
  }

  snapshot(): Promise<Snapshot> {
    return this.#call(0, () => this.#engine.snapshot());
  }

  restore(snapshot: Snapshot): Promise<void> {
    return this.#call(0, () => this.#engine.restore(snapshot));
  }

  parameters(): Promise<Float32Array> {
    return this.#call(0, () => this.#engine.parameters());
  }

  setParameters(parameters: Float32Array): Promise<void> {
    return this.#call(0, () => this.#engine.setParameters(parameters));
  }

  loss(set: SetName): Promise<number> {
    this.calls.loss++;
    return this.#call(0, () => this.#engine.loss(set));
  }

  gradient(indices: Uint32Array): Promise<Float32Array> {
    return this.#call(0, () => this.#engine.gradient(indices));
  }

  probabilities(set: SetName): Promise<Float32Array> {
    this.calls.probabilities++;
    return this.#call(0, () => this.#engine.probabilities(set));
  }

  probabilitiesAndLoss(set: SetName): Promise<ProbabilitiesAndLoss> {
    this.calls.probabilitiesAndLoss++;
    return this.#call(0, () => this.#engine.probabilitiesAndLoss(set));
  }

  predict(points: Float32Array): Promise<Float32Array> {
    return this.#call(0, () => this.#engine.predict(points));
  }

  field(window: Window, resolution: number, classes?: readonly number[]): Promise<Float32Array> {
    this.calls.field++;
    const cost = resolution * resolution * this.#costs.cell;
    return this.#call(cost, () => this.#engine.field(window, resolution, classes));
  }

  activations(points: Float32Array): Promise<Float32Array[]> {
    return this.#call(0, () => this.#engine.activations(points));
  }

  dispose(): void {
    this.disposed = true;
    this.#engine.dispose();
  }

  async #call<Answer>(milliseconds: number, work: () => Promise<Answer>): Promise<Answer> {
    if (this.#lost) throw new EngineLostError('The graphics processor was lost.');
    this.#clock.spend(milliseconds);
    this.longestCall = Math.max(this.longestCall, milliseconds);
    return work();
  }
}
