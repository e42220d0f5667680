import * as tf from '@tensorflow/tfjs';
import { createPlainEngine } from '../../../src/engines/plainEngine.ts';
import { createWebglEngine } from '../../../src/engines/webglEngine.ts';
import type { EngineFactory } from '../../../src/learning/engine.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import type { Samples, Window } from '../../../src/learning/samples.ts';
import type { Specification } from '../../../src/learning/specification.ts';
import { EagerNetwork } from '../../support/eagerNetwork.ts';
import { someSamples } from '../../support/networks.ts';
import { type BenchCase, type Measurement, specificationOf, type Subject } from '../benchCases.ts';

/** Something that learns, whoever does the arithmetic. */
interface Learner {
  /** Makes that many steps; resolves when they are done, not only asked for. */
  train(steps: number): Promise<void>;
  field(window: Window, resolution: number): Promise<unknown>;
}

type CreateLearner = (specification: Specification, samples: Samples) => Promise<Learner>;

const subjects: Readonly<Record<Subject, CreateLearner>> = {
  'eager webgl': eagerOn('webgl'),
  'eager cpu': eagerOn('cpu'),
  webgl: engineOf(createWebglEngine),
  plain: engineOf(createPlainEngine),
};

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
    return engine;
  };
}

function startOf({ network }: Specification): Float32Array {
  return Float32Array.from(initialParameters(network));
}

const window: Window = { left: -2, right: 2, bottom: -2, top: 2 };

/** Milliseconds that a task takes. */
async function clock(task: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await task();
  return performance.now() - begun;
}

const goes = 8;

/** Milliseconds for one repetition, in the fastest of 8 goes of at least `duration` milliseconds. */
async function fastest(
  task: (repetitions: number) => Promise<unknown>,
  duration: number,
): Promise<number> {
  await task(1);
  let repetitions = 1;
  let shortest = await clock(() => task(repetitions));
  while (shortest < duration) {
    repetitions *= 2;
    shortest = await clock(() => task(repetitions));
  }
  for (let go = 1; go < goes; go++) {
    shortest = Math.min(shortest, await clock(() => task(repetitions)));
  }
  return shortest / repetitions;
}

async function measure({ subject, network }: BenchCase): Promise<Measurement> {
  const learner = await subjects[subject](specificationOf(network), someSamples(1000));
  const step = await fastest((steps) => learner.train(steps), 300);
  const field = await fastest(async (fields) => {
    for (let i = 0; i < fields; i++) await learner.field(window, 256);
  }, 300);
  return { microsecondsPerStep: 1000 * step, fieldMilliseconds: field };
}

self.onmessage = ({ data }: MessageEvent<BenchCase>) => {
  measure(data).then(
    (measurement) => self.postMessage(measurement),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};
