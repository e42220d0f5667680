import { Layer, layerOf, Network } from '../generated/records.ts';
import { backward1, backward2, forward1, forward2 } from '../generated/tiles.ts';

/** Address of the layer's inputs: the values of the layer before, or the samples' features. */
export function inputsOf(network: Network, space: usize, index: i32): usize {
  return space + (index === 0 ? network.rowInputs : layerOf(network, index - 1).values);
}

/** values ← inputs · weights + biases */
export function forward(
  network: Network,
  layer: Layer,
  inputs: usize,
  values: usize,
  stride: usize,
): void {
  const weights = <usize>network.parameters + layer.weights;
  const biases = <usize>network.parameters + layer.biases;
  let row: usize = 0;
  for (; row + 32 <= stride; row += 32) {
    forward2(values + row, inputs + row, stride, weights, biases, layer.outputs);
  }
  if (row < stride) forward1(values + row, inputs + row, stride, weights, biases, layer.outputs);
}

/** errors of the layer before ← its slopes × (errors · weightsᵀ) */
export function backward(
  network: Network,
  layer: Layer,
  before: usize,
  errors: usize,
  stride: usize,
): void {
  const weights = <usize>network.parameters + layer.weights;
  let row: usize = 0;
  for (; row + 32 <= stride; row += 32) {
    backward2(before + row, errors + row, stride, weights, layer.inputs, layer.outputs);
  }
  if (row < stride) {
    backward1(before + row, errors + row, stride, weights, layer.inputs, layer.outputs);
  }
}
