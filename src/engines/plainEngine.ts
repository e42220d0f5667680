import type { Engine, EngineFactory, Progress, Snapshot } from '../learning/engine.ts';
import { ReferenceNetwork } from '../learning/referenceNetwork.ts';
import type { Samples, SetName, Window } from '../learning/samples.ts';
import type { Specification, TrainingSpecification } from '../learning/specification.ts';
import {
  checkCount,
  checkField,
  checkIndices,
  checkParameters,
  checkPoints,
  checkSamples,
  checkSnapshot,
  checkTrainingSet,
} from './engineChecks.ts';

/**
 * The engine that runs everywhere: the reference arithmetic on typed arrays, with parameters and
 * updater state stored in single precision. Every call does its work at once, so that calls run in
 * their order whether they are awaited or not.
 */
class PlainEngine implements Engine {
  readonly name = 'plain';
  #network: ReferenceNetwork | undefined;
  #specification: Specification;
  #progress: Progress;

  constructor(specification: Specification, parameters: Float32Array) {
    checkParameters(specification, parameters);
    this.#specification = specification;
    this.#network = new ReferenceNetwork(specification, parameters, 'single');
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
      this.#specification = { network: network.network, training };
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
    return this.#run((network) => Float32Array.from(network.parameters));
  }

  setParameters(parameters: Float32Array): Promise<void> {
    return this.#run((network) => {
      checkParameters(this.#specification, parameters);
      network.setParameters(parameters);
    });
  }

  loss(set: SetName): Promise<number> {
    return this.#run((network) => network.loss(set));
  }

  gradient(indices: Uint32Array): Promise<Float32Array> {
    return this.#run((network) => {
      checkIndices(indices, network.sampleCount('training'));
      return Float32Array.from(network.gradient(indices));
    });
  }

  probabilities(set: SetName): Promise<Float32Array> {
    return this.#run((network) => network.probabilities(set));
  }

  predict(points: Float32Array): Promise<Float32Array> {
    return this.#run((network) => {
      checkPoints(points);
      return network.predict(points);
    });
  }

  field(window: Window, resolution: number): Promise<Float32Array> {
    return this.#run((network) => {
      checkField(window, resolution);
      return network.field(window, resolution);
    });
  }

  activations(points: Float32Array): Promise<Float32Array[]> {
    return this.#run((network) => {
      checkPoints(points);
      return network.activations(points);
    });
  }

  dispose(): void {
    this.#network = undefined;
  }

  /** Whatever the work throws, a disposed engine included, becomes a rejection. */
  #run<T>(work: (network: ReferenceNetwork) => T): Promise<T> {
    return new Promise((resolve) => {
      if (!this.#network) throw new Error('The engine has been disposed of: make a new one.');
      const result = work(this.#network);
      this.#progress = this.#network.progress;
      resolve(result);
    });
  }
}

/** The plain engine; it takes every network that passes validation. */
export const createPlainEngine: EngineFactory = (specification, parameters) =>
  new Promise((resolve) => {
    resolve(new PlainEngine(specification, parameters));
  });
