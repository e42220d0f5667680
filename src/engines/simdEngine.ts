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
import { createKernel, type Kernel } from './simd/kernel.ts';
import { SimdNetwork } from './simd/network.ts';

/**
 * The engine on the processor's vector unit: a kernel with one network. Every call does its work
 * before it returns, so that calls run in their order whether they are awaited or not.
 */
class SimdEngine implements Engine {
  readonly name = 'simd';
  #network: SimdNetwork | undefined;
  #specification: Specification;
  #progress: Progress;

  constructor(kernel: Kernel, specification: Specification, parameters: Float32Array) {
    this.#network = new SimdNetwork(kernel, specification, parameters);
    this.#specification = specification;
    this.#progress = this.#network.progress;
  }

  get specification(): Specification {
    return this.#specification;
  }

  progress(): Progress {
    return this.#progress;
  }

  load(set: SetName, samples: Samples): Promise<void> {
    return this.#run((network) => {
      checkSamples(this.#specification, samples);
      network.load(set, samples);
    });
  }

  configure(training: TrainingSpecification): Promise<void> {
    return this.#run((network) => {
      network.configure(training);
      this.#specification = network.specification;
    });
  }

  train(steps: number): Promise<void> {
    return this.#run((network) => {
      checkCount('steps', steps);
      checkTrainingSet(network.sampleCount('training'));
      network.train(steps);
    });
  }

  snapshot(): Promise<Snapshot> {
    return this.#run((network) => network.snapshot());
  }

  restore(snapshot: Snapshot): Promise<void> {
    return this.#run((network) => {
      checkSnapshot(this.#specification, snapshot);
      network.restore(snapshot);
    });
  }

  parameters(): Promise<Float32Array> {
    return this.#run((network) => network.parameters);
  }

  setParameters(parameters: Float32Array): Promise<void> {
    return this.#run((network) => {
      checkParameters(this.#specification, parameters);
      network.parameters = parameters;
    });
  }

  loss(set: SetName): Promise<number> {
    return this.#run((network) => network.loss(set));
  }

  gradient(indices: Uint32Array): Promise<Float32Array> {
    return this.#run((network) => {
      checkIndices(indices, network.sampleCount('training'));
      return network.gradient(indices);
    });
  }

  probabilities(set: SetName): Promise<Float32Array> {
    return this.#run((network) => network.probabilities(set));
  }

  probabilitiesAndLoss(set: SetName): Promise<ProbabilitiesAndLoss> {
    return this.#run((network) => network.probabilitiesAndLoss(set));
  }

  predict(points: Float32Array): Promise<Float32Array> {
    return this.#run((network) => {
      checkPoints(points);
      return network.predict(points);
    });
  }

  field(window: Window, resolution: number, classes?: readonly number[]): Promise<Float32Array> {
    return this.#run((network) => {
      const asked = classes ?? allClasses(this.#specification.network.classes);
      checkField(window, resolution);
      checkClasses(this.#specification, asked);
      return network.field(window, resolution, asked);
    });
  }

  activations(points: Float32Array): Promise<Float32Array[]> {
    return this.#run((network) => {
      checkPoints(points);
      return network.activations(points);
    });
  }

  /** Other engines may share the kernel, and use the memory again. */
  dispose(): void {
    this.#network?.release();
    this.#network = undefined;
  }

  /** Turns every error, that of a disposed engine included, into a rejection. */
  #run<T>(work: (network: SimdNetwork) => T): Promise<T> {
    return new Promise((resolve) => {
      if (!this.#network) throw new Error('The engine has been disposed of: make a new one.');
      const result = work(this.#network);
      this.#progress = this.#network.progress;
      resolve(result);
    });
  }
}

/**
 * The SIMD engine, for every network that passes validation. Rejects with a sentence where
 * WebAssembly has no SIMD.
 */
export const createSimdEngine: EngineFactory = async (specification, parameters) => {
  checkParameters(specification, parameters);
  return new SimdEngine(await createKernel(), specification, parameters);
};

/** Makes SIMD engines that share one kernel, whose memory is freed with the last of them. */
export function createSharedSimdEngines(): EngineFactory {
  const kernel = createKernel();
  return async (specification, parameters) => {
    checkParameters(specification, parameters);
    return new SimdEngine(await kernel, specification, parameters);
  };
}
