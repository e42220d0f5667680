import { layerShapes } from '../learning/parameters.ts';
import type { NetworkSpecification } from '../learning/specification.ts';

/** Where the tensors of a network are in its flat vector of parameters. */
export interface Layout {
  /** P, the number of parameters. */
  readonly count: number;
  /** The number of parameters of each tensor: weights and biases of layer after layer. */
  readonly tensors: readonly number[];
}

export function layoutOf(network: NetworkSpecification): Layout {
  const tensors = layerShapes(network).flatMap(({ inputs, outputs }) => [
    inputs * outputs,
    outputs,
  ]);
  return { count: tensors.reduce((sum, size) => sum + size, 0), tensors };
}
