import { epochOrder } from '../../learning/batches.ts';
import { dropoutSeed } from '../../learning/dropout.ts';
import type { Progress } from '../../learning/engine.ts';
import { type Batch, nextBatch } from '../../learning/nextBatch.ts';
import type { Specification, TrainingSpecification } from '../../learning/specification.ts';
import { updaterNamed, updaters } from '../../learning/updaters/updaters.ts';
import type { NetworkMemory } from './networkMemory.ts';
import { noSamples, type SampleBlock } from './sampleBlock.ts';
import { StepFactors } from './stepFactors.ts';

/** Where training begins. */
const start: Progress = { step: 0, epoch: 0, position: 0, updates: 0 };

/** Takes a network through the mini-batches, step by step. */
export class Trainer {
  progress = start;
  readonly #memory: NetworkMemory;
  #specification: Specification;
  #factors: StepFactors;
  #samples = noSamples;
  /** Address of the epoch's order, and which epoch's it is. */
  #order = 0;
  #orderEpoch = -1;

  constructor(memory: NetworkMemory, specification: Specification) {
    this.#memory = memory;
    this.#specification = specification;
    this.#factors = new StepFactors(specification.training);
    this.#writeTraining();
  }

  get specification(): Specification {
    return this.#specification;
  }

  /** The samples to train on; they stay the caller's. */
  load(samples: SampleBlock): void {
    const { heap } = this.#memory.kernel;
    heap.release(this.#order);
    this.#order = heap.allocate(4 * samples.size);
    this.#orderEpoch = -1;
    this.#samples = samples;
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
    this.progress = { ...this.progress, updates: 0 };
  }

  /** Makes that many updates; there must be samples. */
  train(steps: number): void {
    const factors = this.#memory.factors;
    let epoch = -1;
    for (let i = 0; i < steps; i++) {
      const batch = this.#nextBatch();
      if (batch.epoch !== epoch) {
        epoch = batch.epoch;
        this.#beginEpoch(epoch, factors);
      }
      this.#step(batch, factors);
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

  #nextBatch(): Batch {
    const { batchSize } = this.#specification.training;
    return nextBatch(this.progress, this.#samples.size, batchSize);
  }

  #beginEpoch(epoch: number, factors: Float32Array): void {
    if (epoch !== this.#orderEpoch) this.#writeOrder(epoch);
    this.#factors.begin(factors, epoch);
  }

  #step({ first, count, after }: Batch, factors: Float32Array): void {
    const { kernel, address } = this.#memory;
    this.#factors.write(factors, after.updates);
    if (this.#specification.training.dropout > 0) this.#writeDropoutSeeds();
    kernel.calls.step(address, kernel.space, first, count);
    this.progress = after;
  }

  #writeTraining(): void {
    const { updater, l1, l2, clipping, dropout } = this.#specification.training;
    this.#memory.write({
      ...{ l1, l2, clipping },
      updater: updaters.indexOf(updaterNamed(updater)),
      dropoutThreshold: Math.floor(dropout * 2 ** 24),
      dropoutScale: 1 / (1 - dropout),
    });
  }

  #writeOrder(epoch: number): void {
    const { size } = this.#samples;
    const order = epochOrder(this.#specification.network.seed, epoch, size);
    this.#memory.kernel.words(this.#order, size).set(order);
    this.#orderEpoch = epoch;
  }

  #writeDropoutSeeds(): void {
    const { hidden, seed } = this.#specification.network;
    for (let layer = 0; layer < hidden.length; layer++) {
      this.#memory.writeDropoutSeed(layer, dropoutSeed(seed, this.progress.step, layer));
    }
  }
}
