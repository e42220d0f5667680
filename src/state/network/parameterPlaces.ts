import { className } from '../../learning/classes.ts';
import { features } from '../../learning/features.ts';
import { layerShapes } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';

/** What a node of the diagram is called; column 0 has all inputs that there could be. */
export function nodeName(network: NetworkSpecification, column: number, index: number): string {
  if (column === 0) return features[index]?.label ?? '';
  if (column > network.hidden.length) return className(index);
  return `unit ${index + 1} of layer ${column}`;
}

/** `bias of unit 2 of layer 1`, `weight from x to unit 2 of layer 1` */
export function parameterName(network: NetworkSpecification, index: number): string {
  const layer = layerShapes(network).findIndex(({ biases, outputs }) => index < biases + outputs);
  const shape = layerShapes(network)[layer];
  if (!shape) return '';
  const place = index - shape.weights;
  const to = nodeName(network, layer + 1, place % shape.outputs);
  if (index >= shape.biases) return `bias of ${to}`;
  const input = Math.floor(place / shape.outputs);
  const from = layer === 0 ? labelOfInput(network, input) : nodeName(network, layer, input);
  return `weight from ${from} to ${to}`;
}

function labelOfInput(network: NetworkSpecification, input: number): string {
  const name = network.features[input];
  return features.find((feature) => feature.name === name)?.label ?? '';
}

/** Indices of the weights that come into a unit or output, and of its bias. */
export function incomingParameters(
  network: NetworkSpecification,
  column: number,
  index: number,
): readonly number[] {
  const shape = layerShapes(network)[column - 1];
  if (!shape) return [];
  const { inputs, outputs, weights } = shape;
  return Array.from({ length: inputs + 1 }, (_, input) => weights + input * outputs + index);
}

/** Indices of the weights that go out of a hidden unit; an output has none. */
export function outgoingParameters(
  network: NetworkSpecification,
  column: number,
  index: number,
): readonly number[] {
  const shape = column > 0 ? layerShapes(network)[column] : undefined;
  if (!shape) return [];
  const { outputs, weights } = shape;
  return Array.from({ length: outputs }, (_, output) => weights + index * outputs + output);
}
