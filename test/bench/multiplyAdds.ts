import { layerShapes } from '../../src/learning/parameters.ts';
import type { NetworkSpecification } from '../../src/learning/specification.ts';

/** Multiply-adds of the matrix products for one sample of a training step. */
export interface MultiplyAdds {
  readonly forward: number;
  readonly gradient: number;
  readonly backward: number;
}

/**
 * Forward and gradient take one per weight; backward too, except in the first layer, whose inputs need
 * no error. Biases, activations, softmax and the updater are not counted.
 */
export function multiplyAdds(network: NetworkSpecification): MultiplyAdds {
  const weights = layerShapes(network).map(({ inputs, outputs }) => inputs * outputs);
  const [first = 0] = weights;
  const all = weights.reduce((sum, count) => sum + count, 0);
  return { forward: all, gradient: all, backward: all - first };
}

/** Floating point operations of a step: two for each multiply-add, for each sample of the batch. */
export function operationsPerStep(network: NetworkSpecification, batch: number): number {
  const { forward, gradient, backward } = multiplyAdds(network);
  return 2 * batch * (forward + gradient + backward);
}
