import type { ProbabilitiesAndLoss, Progress, Snapshot } from '../../learning/engine.ts';
import { fieldPoints } from '../../learning/fieldPoints.ts';
import { withCuts } from '../../learning/heldParameters.ts';
import type { Samples, SetName, Window } from '../../learning/samples.ts';
import type { Specification, TrainingSpecification } from '../../learning/specification.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import { SimdInference } from './simdInference.ts';
import type { Kernel } from './kernel.ts';
import { NetworkMemory } from './networkMemory.ts';
import { noSamples, releaseSamples, type SampleBlock, storeSamples } from './sampleBlock.ts';
import { SimdTrainer } from './simdTrainer.ts';

/** The grid of the last field. It is kept, because training computes the same field repeatedly. */
interface Grid {
  readonly key: string;
  readonly block: SampleBlock;
}

/**
 * One network in a kernel, with its own parameters, updater state and samples; a kernel may hold
 * hundreds of them. All methods are synchronous and trust their arguments.
 */
export class SimdNetwork {
  readonly #kernel: Kernel;
  readonly #memory: NetworkMemory;
  readonly #trainer: SimdTrainer;
  readonly #inference: SimdInference;
  readonly #sets = { training: noSamples, evaluation: noSamples };
  #grid: Grid = { key: '', block: noSamples };

  constructor(kernel: Kernel, specification: Specification, parameters: Float32Array) {
    this.#kernel = kernel;
    this.#memory = new NetworkMemory(kernel, specification.network);
    this.#memory.parameters = withCuts(parameters, specification.training);
    this.#trainer = new SimdTrainer(this.#memory, specification);
    this.#inference = new SimdInference(this.#memory, specification.network);
  }

  get specification(): Specification {
    return this.#trainer.specification;
  }

  get progress(): Progress {
    return this.#trainer.progress;
  }

  sampleCount(set: SetName): number {
    return this.#sets[set].size;
  }

  load(set: SetName, { points, labels }: Samples): void {
    const block = this.#store(points, labels);
    releaseSamples(this.#kernel, this.#sets[set]);
    this.#sets[set] = block;
    if (set === 'training') this.#trainer.load(block);
  }

  configure(training: TrainingSpecification): void {
    this.#trainer.configure(training);
    this.#memory.parameters = withCuts(this.parameters, training);
  }

  /** Makes that many updates from the training set, which must not be empty. */
  train(steps: number): void {
    this.#trainer.train(steps);
  }

  snapshot(): Snapshot {
    const { slots } = updaterNamed(this.specification.training.updater);
    return {
      progress: this.progress,
      parameters: this.parameters,
      updaterState: this.#memory.readState(slots.length),
    };
  }

  restore({ progress, parameters, updaterState }: Snapshot): void {
    this.parameters = parameters;
    this.#memory.writeState(updaterState);
    this.#trainer.progress = { ...progress };
  }

  /** A copy of all parameters. */
  get parameters(): Float32Array {
    return this.#memory.parameters;
  }

  /** Those that are cut are 0, whatever is set. */
  set parameters(parameters: Float32Array) {
    this.#memory.parameters = withCuts(parameters, this.specification.training);
  }

  /** Mean negative log likelihood of a set, without penalties; NaN for an empty set. */
  loss(set: SetName): number {
    return this.#inference.loss(this.#sets[set]);
  }

  /** Mean gradient of the negative log likelihood over those samples of the training set. */
  gradient(indices: Uint32Array): Float32Array {
    return this.#trainer.gradient(indices);
  }

  /** n×K class probabilities of a set. */
  probabilities(set: SetName): Float32Array {
    return this.#inference.probabilities(this.#sets[set]);
  }

  probabilitiesAndLoss(set: SetName): ProbabilitiesAndLoss {
    return this.#inference.probabilitiesAndLoss(this.#sets[set]);
  }

  /** n×K class probabilities of n×2 points. */
  predict(points: Float32Array): Float32Array {
    return this.#with(points, (block) => this.#inference.probabilities(block));
  }

  /** A plane of probabilities for each of the classes, at the cells that `fieldPoints` gives. */
  field(window: Window, resolution: number, classes: readonly number[]): Float32Array {
    return this.#inference.planes(this.#gridOf(window, resolution), classes);
  }

  /** Activations of n×2 points: per hidden layer n×units. */
  activations(points: Float32Array): Float32Array[] {
    return this.#with(points, (block) => this.#inference.activations(block));
  }

  /** Frees all its memory. */
  release(): void {
    this.#trainer.release();
    releaseSamples(this.#kernel, this.#sets.training);
    releaseSamples(this.#kernel, this.#sets.evaluation);
    releaseSamples(this.#kernel, this.#grid.block);
    this.#memory.release();
  }

  #store(points: Float32Array, labels?: Uint8Array): SampleBlock {
    return storeSamples(this.#kernel, this.specification.network.features, points, labels);
  }

  #with<T>(points: Float32Array, work: (block: SampleBlock) => T): T {
    const block = this.#store(points);
    try {
      return work(block);
    } finally {
      releaseSamples(this.#kernel, block);
    }
  }

  #gridOf(window: Window, resolution: number): SampleBlock {
    const { left, right, bottom, top } = window;
    const key = [left, right, bottom, top, resolution].join(' ');
    if (this.#grid.key !== key) {
      const block = this.#store(fieldPoints(window, resolution));
      releaseSamples(this.#kernel, this.#grid.block);
      this.#grid = { key, block };
    }
    return this.#grid.block;
  }
}
