import { BatchCursor } from '../../learning/batchCursor.ts';
import { orderSeed, orderSource } from '../../learning/batches.ts';
import type { Progress } from '../../learning/engine.ts';
import { heldParameters } from '../../learning/heldParameters.ts';
import type { Specification, TrainingSpecification } from '../../learning/specification.ts';
import { updaterNamed, updaters } from '../../learning/updaters/updaters.ts';
import { StepFactors } from '../stepFactors.ts';
import type { NetworkMemory } from './networkMemory.ts';
import { noSamples, type SampleBlock } from './sampleBlock.ts';

/** Trains a network, one mini-batch after the other; a step allocates nothing. */
export class SimdTrainer {
  readonly #memory: NetworkMemory;
  #specification: Specification;
  #factors: StepFactors;
  #samples = noSamples;
  readonly #cursor = new BatchCursor();
  /** Address of the order of samples, and the epoch that it belongs to. */
  #order = 0;
  #orderEpoch = -1;
  readonly #orderSource: number;

  constructor(memory: NetworkMemory, specification: Specification) {
    this.#memory = memory;
    this.#specification = specification;
    this.#factors = new StepFactors(specification.training);
    this.#orderSource = orderSource(specification.network.seed);
    this.#writeTraining();
  }

  get specification(): Specification {
    return this.#specification;
  }

  get progress(): Progress {
    return this.#cursor.progress;
  }

  set progress(progress: Progress) {
    this.#cursor.progress = progress;
  }

  /**
   * Sets the samples to train on; the caller keeps their memory. An epoch that is under way ends.
   */
  load(samples: SampleBlock): void {
    const { heap } = this.#memory.kernel;
    heap.release(this.#order);
    this.#order = heap.allocate(4 * samples.size);
    this.#orderEpoch = -1;
    this.#samples = samples;
    this.#cursor.load(samples.size);
    this.#memory.write({ inputs: samples.inputs, labels: samples.labels, order: this.#order });
  }

  /** Another updater starts with its state at zero. */
  configure(training: TrainingSpecification): void {
    const another = training.updater !== this.#specification.training.updater;
    this.#specification = { network: this.#specification.network, training };
    this.#factors = new StepFactors(training);
    this.#writeTraining();
    if (!another) return;
    this.#memory.writeState(new Float32Array());
    this.#cursor.updates = 0;
  }

  /** Makes that many updates; there must be samples. */
  train(steps: number): void {
    const { factors } = this.#memory;
    const { batchSize } = this.#specification.training;
    const cursor = this.#cursor;
    let epoch = -1;
    for (let i = 0; i < steps; i++) {
      cursor.take(batchSize);
      if (cursor.epoch !== epoch) {
        epoch = cursor.epoch;
        this.#beginEpoch(epoch, factors);
      }
      this.#factors.beginStep(factors, 0, cursor.updates + 1);
      this.#step();
      cursor.leave();
    }
  }

  /** Mean gradient of the loss over those samples of the training set. */
  gradient(indices: Uint32Array): Float32Array {
    const { kernel, address } = this.#memory;
    const order = kernel.heap.allocate(indices.byteLength);
    kernel.words(order, indices.length).set(indices);
    this.#memory.write({ order });
    kernel.calls.measureGradient(address, kernel.space, 0, indices.length);
    this.#memory.write({ order: this.#order });
    kernel.heap.release(order);
    return this.#memory.gradient;
  }

  release(): void {
    this.#memory.kernel.heap.release(this.#order);
    this.#order = 0;
  }

  #beginEpoch(epoch: number, factors: Float32Array): void {
    if (epoch !== this.#orderEpoch) this.#writeOrder(epoch);
    this.#factors.beginEpoch(factors, 0, epoch);
  }

  #step(): void {
    const { kernel, address } = this.#memory;
    const { step, first, count } = this.#cursor;
    kernel.calls.step(address, kernel.space, step, first, count);
  }

  #writeTraining(): void {
    const { updater, l1, l2, clipping, dropout } = this.#specification.training;
    this.#memory.write({
      ...{ l1, l2, clipping },
      updater: updaters.indexOf(updaterNamed(updater)),
      dropoutThreshold: Math.floor(dropout * 2 ** 24),
      dropoutScale: 1 / (1 - dropout),
    });
    this.#memory.hold(heldParameters(this.#specification.training));
  }

  #writeOrder(epoch: number): void {
    const seed = orderSeed(this.#orderSource, epoch);
    this.#memory.kernel.calls.shuffle(this.#order, this.#samples.size, seed);
    this.#orderEpoch = epoch;
  }
}
