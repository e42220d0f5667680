import { initializerNamed } from './initializers/initializers.ts';
import { layerShapes, parameterCount } from './parameters.ts';
import { combineSeeds, createRandom } from './random.ts';
import type { NetworkSpecification } from './specification.ts';

const parameterStream = 3;

/**
 * The flat parameter vector at the start of training. The weights are drawn in the order of the
 * vector from one stream of the network's seed; all biases are 0.
 */
export function initialParameters(network: NetworkSpecification): Float64Array {
  const { weight } = initializerNamed(network.initializer);
  const random = createRandom(combineSeeds(network.seed, parameterStream));
  const parameters = new Float64Array(parameterCount(network));
  for (const { inputs, outputs, weights, biases } of layerShapes(network)) {
    for (let i = weights; i < biases; i++) parameters[i] = weight(random, inputs, outputs);
  }
  return parameters;
}
