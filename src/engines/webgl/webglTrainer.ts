import { BatchCursor } from '../../learning/batchCursor.ts';
import { epochOrder } from '../../learning/batches.ts';
import { dropoutSeed } from '../../learning/dropout.ts';
import type { Progress, Snapshot } from '../../learning/engine.ts';
import { withCuts } from '../../learning/heldParameters.ts';
import { parameterCount } from '../../learning/parameters.ts';
import type { Specification, TrainingSpecification } from '../../learning/specification.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import { StepFactors } from '../stepFactors.ts';
import type { WebglDevice } from './device.ts';
import { EpochOrderList } from './epochOrderList.ts';
import { heldLayers, uploadMask } from './heldMask.ts';
import { measureGradient } from './measureGradient.ts';
import { type Layer, layersOf } from './layers.ts';
import { QueuePacer } from './queuePacer.ts';
import { type Quads, release } from './quads.ts';
import type { SampleTexture } from './sampleTexture.ts';
import { overwriteParameters, readStacks, uploadStacks } from './stacks.ts';
import { clippedStep, plainStep, type StepUniforms, type TrainingStep } from './trainingStep.ts';
import { updateFactors } from './updateProgram.ts';

/** Parameters and updater state on the graphics processor, and the steps that change them. */
export class WebglTrainer {
  readonly #device: WebglDevice;
  readonly #layers: readonly Layer[];
  readonly #pacer: QueuePacer;
  #specification: Specification;
  #stacks: Quads[];
  #held: Quads | undefined;
  #step: TrainingStep;
  #factors: StepFactors;
  #samples: SampleTexture | undefined;
  #order: EpochOrderList | undefined;
  readonly #cursor = new BatchCursor();

  constructor(device: WebglDevice, specification: Specification, parameters: Float32Array) {
    this.#device = device;
    this.#specification = specification;
    this.#layers = layersOf(specification.network);
    this.#pacer = new QueuePacer(device);
    const start = withCuts(parameters, specification.training);
    this.#stacks = uploadStacks(device, specification.network, start, this.#noState());
    this.#step = this.#makeStep();
    this.#factors = new StepFactors(specification.training);
  }

  get progress(): Progress {
    return this.#cursor.progress;
  }

  get specification(): Specification {
    return this.#specification;
  }

  /** Parameters and updater state per layer; valid until the next step. */
  get stacks(): readonly Quads[] {
    return this.#stacks;
  }

  /** Sets the samples to train on; the caller keeps them. An epoch that is under way ends. */
  load(samples: SampleTexture): void {
    this.#samples = samples;
    this.#cursor.load(samples.size);
    this.#dropOrder();
  }

  async configure(training: TrainingSpecification): Promise<void> {
    const another = training.updater !== this.#specification.training.updater;
    const parameters = another || training.cut.length > 0 ? await this.parameters() : undefined;
    this.#specification = { network: this.#specification.network, training };
    this.#step = this.#makeStep();
    this.#factors = new StepFactors(training);
    if (another && parameters) {
      this.#replaceStacks(parameters, this.#noState());
      this.#cursor.updates = 0;
    } else if (parameters) this.setParameters(parameters);
  }

  /** Makes that many steps; calls `check` now and then, which ends training by throwing. */
  async train(steps: number, check: () => void): Promise<void> {
    for (let i = 0; i < steps; i++) {
      this.#makeOneStep();
      if (this.#pacer.step()) {
        await this.#pacer.wait();
        check();
      }
    }
    await this.#pacer.rest();
  }

  async parameters(): Promise<Float32Array> {
    const { network } = this.#specification;
    return (await readStacks(this.#device, network, this.#stacks, 0)).parameters;
  }

  setParameters(parameters: Float32Array): void {
    const { network, training } = this.#specification;
    overwriteParameters(this.#device, network, this.#stacks, withCuts(parameters, training));
  }

  async snapshot(): Promise<Snapshot> {
    const { network, training } = this.#specification;
    const slots = updaterNamed(training.updater).slots.length;
    const { progress } = this;
    const read = await readStacks(this.#device, network, this.#stacks, slots);
    return { progress, parameters: read.parameters, updaterState: read.state };
  }

  restore({ progress, parameters, updaterState }: Snapshot): void {
    this.#replaceStacks(parameters, updaterState);
    this.#cursor.progress = progress;
  }

  /** Mean gradient of the loss over those samples of the training set. */
  async gradient(indices: Uint32Array): Promise<Float32Array> {
    if (!this.#samples) return new Float32Array();
    return measureGradient(this.#device, {
      network: this.#specification.network,
      samples: this.#samples.texture,
      stacks: this.#stacks,
      indices,
    });
  }

  dispose(): void {
    this.#dropOrder();
    for (const stack of this.#stacks) release(this.#device, stack);
    if (this.#held) release(this.#device, this.#held);
    this.#stacks = [];
  }

  /** Also uploads the mask that its programs read. */
  #makeStep(): TrainingStep {
    const { network, training } = this.#specification;
    const held = heldLayers(network, training);
    if (this.#held) release(this.#device, this.#held);
    this.#held = held.size > 0 ? uploadMask(this.#device, network, training) : undefined;
    const shape = {
      layers: this.#layers,
      features: network.features.length,
      capacity: capacityFor(training.batchSize),
      dropout: training.dropout > 0,
      heldLayers: held,
    };
    const updater = updaterNamed(training.updater);
    return training.clipping > 0
      ? clippedStep(this.#device, shape, updater)
      : plainStep(this.#device, shape, updater);
  }

  #makeOneStep(): void {
    const samples = this.#samples;
    if (!samples) return;
    this.#cursor.take(this.#specification.training.batchSize);
    const order = this.#orderFor(samples.size);
    const inputs = {
      ...{ samples: samples.texture, order: order.texture },
      ...{ stacks: this.#stacks, held: this.#held },
    };
    this.#stacks = this.#step(inputs, this.#uniforms(order.quadOf(this.#cursor.first)));
    this.#cursor.leave();
  }

  #uniforms(quad: number): StepUniforms {
    const { network, training } = this.#specification;
    const { step, updates, epoch, count } = this.#cursor;
    const { dropout } = training;
    const threshold = Math.floor(dropout * 2 ** 24);
    const counts = this.#layers.map(({ index }) => {
      const seed = dropout > 0 ? dropoutSeed(network.seed, step, index) | 0 : 0;
      return [quad, count, threshold, seed];
    });
    const factors = [1 / count, 1 / (1 - dropout)];
    const update = updateFactors(training, this.#factors, { epoch, count: updates + 1 });
    return { counts, factors, update };
  }

  #orderFor(size: number): EpochOrderList {
    const { network, training } = this.#specification;
    const { epoch, first } = this.#cursor;
    const place = { epoch, first, batchSize: training.batchSize };
    if (!this.#order?.holds(place)) {
      this.#dropOrder();
      this.#order = new EpochOrderList(this.#device, epochOrder(network.seed, epoch, size), place);
    }
    return this.#order;
  }

  #dropOrder(): void {
    this.#order?.dispose();
    this.#order = undefined;
  }

  #replaceStacks(parameters: Float32Array, state: Float32Array): void {
    const { network, training } = this.#specification;
    for (const stack of this.#stacks) release(this.#device, stack);
    this.#stacks = uploadStacks(this.#device, network, withCuts(parameters, training), state);
  }

  #noState(): Float32Array {
    const { network, training } = this.#specification;
    const slots = updaterNamed(training.updater).slots.length;
    return new Float32Array(slots * parameterCount(network));
  }
}

/**
 * Rows that the programs are compiled for, divided by four; few values, to compile few programs.
 */
function capacityFor(rows: number): number {
  return Math.max(4, 2 ** Math.ceil(Math.log2(rows / 4)));
}
