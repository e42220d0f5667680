import type { NetworkSpecification } from './specification.ts';

/** Where a layer's parameters are in the flat vector. */
export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
  /** Index of the first weight; weight (i, o) is at weights + i·outputs + o. */
  readonly weights: number;
  /** Index of the first bias. */
  readonly biases: number;
}

/** Shapes of all layers, from the first hidden layer to the output. */
export function layerShapes(network: NetworkSpecification): LayerShape[] {
  let inputs = network.features.length;
  let weights = 0;
  return [...network.hidden.map((layer) => layer.units), network.classes].map((outputs) => {
    const biases = weights + inputs * outputs;
    const shape = { inputs, outputs, weights, biases };
    inputs = outputs;
    weights = biases + outputs;
    return shape;
  });
}

/** Length of the flat vector: 102 for 2-20-2. */
export function parameterCount(network: NetworkSpecification): number {
  return layerShapes(network).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
}
