import type { NetworkSpecification } from './specification.ts';

/** Where a layer's parameters stand in the flat vector. */
export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
  /** Index of the first weight; weight (i, o) stands at weights + i·outputs + o. */
  readonly weights: number;
  /** Index of the first bias. */
  readonly biases: number;
}

/** Shapes of all layers, from the first hidden layer to the output. */
export function layerShapes(network: NetworkSpecification): LayerShape[] {
  const widths = [
    network.features.length,
    ...network.hidden.map((layer) => layer.units),
    network.classes,
  ];
  const shapes: LayerShape[] = [];
  let offset = 0;
  for (let layer = 1; layer < widths.length; layer++) {
    const inputs = widths[layer - 1];
    const outputs = widths[layer];
    const biases = offset + inputs * outputs;
    shapes.push({ inputs, outputs, weights: offset, biases });
    offset = biases + outputs;
  }
  return shapes;
}

/** Length of the flat vector: 102 for 2-20-2. */
export function parameterCount(network: NetworkSpecification): number {
  return layerShapes(network).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
}
