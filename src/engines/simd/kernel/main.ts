/*
 * The functions that the host calls. `space` is the working space, which all networks of an
 * instance share; what a call leaves there is valid until the next call. No call allocates.
 */
import { layerOf, Network } from '../generated/records.ts';
import { update } from '../generated/updaters.ts';
import { keepHeld, restoreHeld } from './holdParameters.ts';
import { passBackward, passForward, passForwardForTraining } from './passes.ts';
import { addPenalties, clipToNorm } from './shapeGradient.ts';
import { addSeed } from './seeds.ts';
import { shuffle } from './shuffle.ts';
import { lossSum, softmax, softmaxErrors } from './softmax.ts';
import { strideOf, takeLabels, takeRows } from './takeRows.ts';
import { transpose } from './transpose.ts';

export { shuffle };

/**
 * One update from the samples order[first] … order[first + count − 1], after `stepsBefore` steps.
 */
export function step(
  network: Network,
  space: usize,
  stepsBefore: u32,
  first: u32,
  count: u32,
): void {
  network.dropoutSourceOfStep = addSeed(network.dropoutSource, stepsBefore);
  sumGradient(network, space, first, count, network.dropoutThreshold > 0);
  if (network.heldCount > 0) keepHeld(network);
  if (network.clipping > 0) clipToNorm(network);
  if (network.l1 > 0 || network.l2 > 0) addPenalties(network);
  update(
    network.updater,
    network.parameters,
    network.gradient,
    network.state,
    network.factors,
    network.parameterBytes,
  );
  if (network.heldCount > 0) restoreHeld(network);
}

/** gradient ← the mean gradient of the loss over these samples, without dropout. */
export function measureGradient(network: Network, space: usize, first: u32, count: u32): void {
  sumGradient(network, space, first, count, false);
}

function sumGradient(network: Network, space: usize, first: u32, count: u32, dropout: bool): void {
  memory.fill(network.gradient, 0, network.parameterBytes);
  const output = layerOf(network, network.layers - 1);
  const planes = space + output.errors; // the errors overwrite the logits
  const labels = space + network.rowLabels;
  const share: f32 = <f32>1 / <f32>count;
  for (let done: u32 = 0; done < count; done += network.chunkRows) {
    const rows = min<u32>(network.chunkRows, count - done);
    takeRows(network, space, network.inputs, network.order, first + done, rows);
    takeLabels(network, space, network.labels, network.order, first + done, rows);
    passForwardForTraining(network, space, rows, done, dropout);
    softmaxErrors(planes, labels, network.classes, rows, strideOf(rows), share);
    passBackward(network, space, rows);
  }
}

/** Computes the layers' values for rows first … first + rows − 1 of a matrix n×F. */
export function activations(
  network: Network,
  space: usize,
  inputs: usize,
  first: u32,
  rows: u32,
): void {
  takeRows(network, space, inputs, 0, first, rows);
  passForward(network, space, rows);
}

/** As `activations`, with the classes' probabilities as the output layer's values. */
export function probabilities(
  network: Network,
  space: usize,
  inputs: usize,
  first: u32,
  rows: u32,
): void {
  activations(network, space, inputs, first, rows);
  const output = layerOf(network, network.layers - 1);
  softmax(space + output.values, network.classes, strideOf(rows));
}

/** results ← the values that those two functions left in a layer, rows × units, row by row. */
export function readValues(network: Network, space: usize, index: i32, rows: u32): void {
  const layer = layerOf(network, index);
  transpose(space + layer.values, layer.outputs, rows, space + network.results);
}

/** Sum of the negative log likelihood over rows first … first + rows − 1 of a set. */
export function losses(
  network: Network,
  space: usize,
  inputs: usize,
  labels: usize,
  first: u32,
  rows: u32,
): f64 {
  activations(network, space, inputs, first, rows);
  takeLabels(network, space, labels, 0, first, rows);
  const output = layerOf(network, network.layers - 1);
  const planes = space + output.values;
  return lossSum(planes, space + network.rowLabels, network.classes, rows, strideOf(rows));
}

/** Likewise; and the output layer's values are the classes' probabilities. */
export function probabilitiesAndLosses(
  network: Network,
  space: usize,
  inputs: usize,
  labels: usize,
  first: u32,
  rows: u32,
): f64 {
  const sum = losses(network, space, inputs, labels, first, rows);
  const output = layerOf(network, network.layers - 1);
  softmax(space + output.values, network.classes, strideOf(rows));
  return sum;
}
