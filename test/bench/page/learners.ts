import * as tf from '@tensorflow/tfjs';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { createWebglEngine } from '../../../src/engines/webglEngine.ts';
import type { EngineFactory } from '../../../src/learning/engine.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import type { Samples, Window } from '../../../src/learning/samples.ts';
import type { Specification } from '../../../src/learning/specification.ts';
import { EagerNetwork } from '../../support/eagerNetwork.ts';
import { someSamples } from '../../support/networks.ts';
import { type Shape, specificationOf, type Subject } from '../benchCases.ts';

/** A network that learns, computed by an engine or by another library. */
export interface Learner {
  /** Makes steps; resolves when they are computed, not only queued. */
  train(steps: number): Promise<void>;
  field(window: Window, resolution: number): Promise<unknown>;
}

type CreateLearner = (specification: Specification, samples: Samples) => Promise<Learner>;

const creators: Readonly<Record<Subject, CreateLearner>> = {
  'eager webgl': eagerOn('webgl'),
  'eager cpu': eagerOn('cpu'),
  webgl: engineOf(createWebglEngine),
  simd: engineOf(createSimdEngine),
};

export function createLearner(subject: Subject, shape: Shape): Promise<Learner> {
  return creators[subject](specificationOf(shape), someSamples(shape.samples));
}

function eagerOn(backend: string): CreateLearner {
  return async (specification, samples) => {
    tf.enableProdMode();
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
    await tf.setBackend(backend);
    const network = new EagerNetwork(specification, startOf(specification));
    network.load(samples);
    return {
      async train(steps) {
        network.train(steps);
        await network.parameters(); // nothing else tells that the queue is empty
      },
      field: (window, resolution) => network.field(window, resolution),
    };
  };
}

function engineOf(create: EngineFactory): CreateLearner {
  return async (specification, samples) => {
    const engine = await create(specification, startOf(specification));
    await engine.load('training', samples);
    return {
      train: (steps) => engine.train(steps),
      field: (window, resolution) => engine.field(window, resolution, [1]),
    };
  };
}

function startOf({ network }: Specification): Float32Array {
  return Float32Array.from(initialParameters(network));
}
