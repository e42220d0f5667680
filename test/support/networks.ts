import { epochOrder } from '../../src/learning/batches.ts';
import { layerShapes, parameterCount } from '../../src/learning/parameters.ts';
import { createRandom } from '../../src/learning/random.ts';
import type { Samples } from '../../src/learning/samples.ts';
import type {
  NetworkSpecification,
  Specification,
  TrainingSpecification,
} from '../../src/learning/specification.ts';

/** A small network, 2-6-5-2 with tanh: 65 parameters. */
export const smallNetwork: NetworkSpecification = {
  features: ['x', 'y'],
  hidden: hiddenLayers('tanh', 6, 5),
  classes: 2,
  initializer: 'xavier',
  seed: 2024,
};

/** Plain gradient descent in mini-batches of 16. */
export const smallTraining: TrainingSpecification = {
  updater: 'sgd',
  hyperparameters: {},
  rate: 0.1,
  schedule: 'constant',
  scheduleHyperparameters: {},
  batchSize: 16,
  l1: 0,
  l2: 0,
  dropout: 0,
  clipping: 0,
  frozen: [],
  cut: [],
};

export function hiddenLayers(activation: string, ...units: readonly number[]) {
  return units.map((count) => ({ units: count, activation }));
}

/** The small network and its training, with changes. */
export function smallSpecification(
  network: Partial<NetworkSpecification> = {},
  training: Partial<TrainingSpecification> = {},
): Specification {
  return { network: { ...smallNetwork, ...network }, training: { ...smallTraining, ...training } };
}

/**
 * Initial parameters: weights of variance 1 / inputs, and biases that are not 0, so that mistakes with
 * the biases are found.
 */
export function someParameters(network: NetworkSpecification, seed = 5): Float32Array {
  const random = createRandom(seed);
  const parameters = new Float32Array(parameterCount(network));
  for (const { inputs, outputs, weights, biases } of layerShapes(network)) {
    for (let i = weights; i < biases; i++) parameters[i] = random.normal() / Math.sqrt(inputs);
    for (let i = biases; i < biases + outputs; i++) parameters[i] = 0.3 * random.normal();
  }
  return parameters;
}

/** Overlapping gaussian clouds around the corners of a regular polygon, one for each class. */
export function someSamples(size: number, classes = 2, seed = 6): Samples {
  const random = createRandom(seed);
  const points = new Float32Array(2 * size);
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const label = random.integer(classes);
    labels[i] = label;
    const angle = (2 * Math.PI * label) / classes;
    points[2 * i] = Math.cos(angle) + 0.7 * random.normal();
    points[2 * i + 1] = Math.sin(angle) + 0.7 * random.normal();
  }
  return { points, labels };
}

/** The samples of a run's first step. */
export function firstBatch({ network, training }: Specification, size: number): Uint32Array {
  return epochOrder(network.seed, 0, size).subarray(0, training.batchSize);
}
