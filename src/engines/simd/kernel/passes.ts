import { activate, activateWithSlopes } from '../generated/activations.ts';
import { layerOf, Network } from '../generated/records.ts';
import { addGradient } from '../generated/tiles.ts';
import { applyDropout } from './applyDropout.ts';
import { backward, forward, inputsOf } from './dense.ts';
import { strideOf } from './takeRows.ts';

/** Forward pass of the current rows through all layers; the output layer's values are logits. */
export function passForward(network: Network, space: usize, rows: u32): void {
  const stride = strideOf(rows);
  const last = network.layers - 1;
  for (let index = 0; index <= last; index++) {
    const layer = layerOf(network, index);
    const values = space + layer.values;
    forward(network, layer, inputsOf(network, space, index), values, stride);
    if (index < last) activate(layer.activation, values, 0, <usize>layer.outputs * stride);
  }
}

/** As `passForward`, with slopes and dropout. */
export function passForwardForTraining(
  network: Network,
  space: usize,
  rows: u32,
  firstRow: u32,
  dropout: bool,
): void {
  const stride = strideOf(rows);
  const last = network.layers - 1;
  for (let index = 0; index <= last; index++) {
    const layer = layerOf(network, index);
    const values = space + layer.values;
    forward(network, layer, inputsOf(network, space, index), values, stride);
    if (index === last) return;
    const bytes = <usize>layer.outputs * stride;
    activateWithSlopes(layer.activation, values, space + layer.errors, bytes);
    if (dropout) applyDropout(network, index, space, stride, firstRow);
  }
}

/** Backward pass from the errors of the output layer: adds the gradient of all layers. */
export function passBackward(network: Network, space: usize, rows: u32): void {
  const stride = strideOf(rows);
  for (let index = network.layers - 1; index >= 0; index--) {
    const layer = layerOf(network, index);
    const errors = space + layer.errors;
    const inputs = inputsOf(network, space, index);
    const gradient = <usize>network.gradient + layer.weights;
    addGradient(gradient, inputs, errors, stride, stride, layer.inputs, layer.outputs);
    if (index > 0) {
      backward(network, layer, space + layerOf(network, index - 1).errors, errors, stride);
    }
  }
}
