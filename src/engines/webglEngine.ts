import { allClasses } from '../learning/allClasses.ts';
import type {
  Engine,
  EngineFactory,
  ProbabilitiesAndLoss,
  Progress,
  Snapshot,
} from '../learning/engine.ts';
import type { Samples, SetName, Window } from '../learning/samples.ts';
import type { Specification, TrainingSpecification } from '../learning/specification.ts';
import {
  checkClasses,
  checkCount,
  checkField,
  checkIndices,
  checkParameters,
  checkPoints,
  checkSamples,
  checkSnapshot,
  checkTrainingSet,
} from './engineChecks.ts';
import type { WebglDevice } from './webgl/device.ts';
import { borrowDevice, returnDevice } from './webgl/deviceShare.ts';
import { GridCache } from './webgl/gridCache.ts';
import { WebglInference } from './webgl/webglInference.ts';
import { checkSize } from './webgl/sizeLimits.ts';
import { release } from './webgl/quads.ts';
import { type SampleTexture, uploadSamples } from './webgl/sampleTexture.ts';
import { WebglTrainer } from './webgl/webglTrainer.ts';

/** The engine on the graphics processor: fused programs, run through tfjs's WebGL backend. */
class WebglEngine implements Engine {
  readonly name = 'webgl';
  readonly #device: WebglDevice;
  readonly #trainer: WebglTrainer;
  readonly #inference: WebglInference;
  readonly #grids: GridCache;
  readonly #sets = new Map<SetName, SampleTexture>();
  #last: Promise<unknown> = Promise.resolve();
  #disposed = false;

  constructor(device: WebglDevice, specification: Specification, parameters: Float32Array) {
    this.#device = device;
    this.#trainer = new WebglTrainer(device, specification, parameters);
    this.#inference = new WebglInference(device, specification.network);
    this.#grids = new GridCache(device, specification.network.features);
  }

  get specification(): Specification {
    return this.#trainer.specification;
  }

  progress(): Progress {
    return this.#trainer.progress;
  }

  load(set: SetName, samples: Samples): Promise<void> {
    return this.#run(() => {
      checkSamples(this.specification, samples);
      const texture = this.#upload(samples.points, samples.labels);
      const before = this.#sets.get(set);
      if (before) release(this.#device, before.texture);
      this.#sets.set(set, texture);
      if (set === 'training') this.#trainer.load(texture);
    });
  }

  configure(training: TrainingSpecification): Promise<void> {
    return this.#run(() => {
      checkSize({ network: this.specification.network, training });
      return this.#trainer.configure(training);
    });
  }

  train(steps: number): Promise<void> {
    return this.#run(() => {
      checkCount('steps', steps);
      checkTrainingSet(this.#sets.get('training')?.size ?? 0);
      return this.#trainer.train(steps, () => this.#check());
    });
  }

  snapshot(): Promise<Snapshot> {
    return this.#run(() => this.#trainer.snapshot());
  }

  restore(snapshot: Snapshot): Promise<void> {
    return this.#run(() => {
      checkSnapshot(this.specification, snapshot);
      this.#trainer.restore(snapshot);
    });
  }

  parameters(): Promise<Float32Array> {
    return this.#run(() => this.#trainer.parameters());
  }

  setParameters(parameters: Float32Array): Promise<void> {
    return this.#run(() => {
      checkParameters(this.specification, parameters);
      this.#trainer.setParameters(parameters);
    });
  }

  loss(set: SetName): Promise<number> {
    return this.#run(async () => {
      const samples = this.#sets.get(set);
      if (!samples) return NaN;
      return mean(await this.#inference.losses(this.#trainer.stacks, samples));
    });
  }

  gradient(indices: Uint32Array): Promise<Float32Array> {
    return this.#run(() => {
      checkIndices(indices, this.#sets.get('training')?.size ?? 0);
      return this.#trainer.gradient(indices);
    });
  }

  probabilities(set: SetName): Promise<Float32Array> {
    return this.#run(() => {
      const samples = this.#sets.get(set);
      if (!samples) return new Float32Array();
      return this.#inference.probabilities(this.#trainer.stacks, samples);
    });
  }

  probabilitiesAndLoss(set: SetName): Promise<ProbabilitiesAndLoss> {
    return this.#run(async () => {
      const samples = this.#sets.get(set);
      if (!samples) return { probabilities: new Float32Array(), loss: NaN };
      const both = await this.#inference.probabilitiesAndLosses(this.#trainer.stacks, samples);
      return { probabilities: both.probabilities, loss: mean(both.losses) };
    });
  }

  predict(points: Float32Array): Promise<Float32Array> {
    return this.#run(() =>
      this.#with(points, (samples) => this.#inference.probabilities(this.#trainer.stacks, samples)),
    );
  }

  field(window: Window, resolution: number, classes?: readonly number[]): Promise<Float32Array> {
    return this.#run(() => {
      const asked = classes ?? allClasses(this.specification.network.classes);
      checkField(window, resolution);
      checkClasses(this.specification, asked);
      const grid = this.#grids.of(window, resolution);
      return this.#inference.planes(this.#trainer.stacks, grid, asked);
    });
  }

  activations(points: Float32Array): Promise<Float32Array[]> {
    return this.#run(() =>
      this.#with(points, (samples) => this.#inference.activations(this.#trainer.stacks, samples)),
    );
  }

  /** Stops the running work; its promise and all later ones reject. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    void this.#last.then(() => {
      this.#trainer.dispose();
      for (const { texture } of this.#sets.values()) release(this.#device, texture);
      this.#grids.dispose();
      returnDevice(this.#device);
    });
  }

  /**
   * Runs work after all work before it. On a lost context every error, tfjs's own included, becomes
   * an EngineLostError.
   */
  #run<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      this.#check();
      try {
        return await work();
      } finally {
        this.#check();
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  #check(): void {
    if (this.#disposed) throw new Error('The engine has been disposed of: make a new one.');
    this.#device.check();
  }

  #upload(points: Float32Array, labels?: Uint8Array): SampleTexture {
    return uploadSamples(this.#device, this.specification.network.features, points, labels);
  }

  async #with<T>(points: Float32Array, work: (samples: SampleTexture) => Promise<T>): Promise<T> {
    checkPoints(points);
    const samples = this.#upload(points);
    const result = await work(samples);
    release(this.#device, samples.texture);
    return result;
  }
}

/** Summed in double precision; NaN of nothing. */
function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The WebGL engine. Rejects with a sentence where there is no WebGL 2 in full precision, and for
 * networks beyond 8 hidden layers of 64 units, 10 classes or mini-batches of 1,024.
 */
export const createWebglEngine: EngineFactory = (specification, parameters) =>
  new Promise((resolve) => {
    checkSize(specification);
    checkParameters(specification, parameters);
    const device = borrowDevice();
    try {
      const engine = new WebglEngine(device, specification, parameters);
      device.check();
      resolve(engine);
    } catch (error) {
      returnDevice(device);
      throw error;
    }
  });
