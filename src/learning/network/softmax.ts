import type { DenseLayer } from './denseLayer.ts';

/*
 * The output layer: outputs hold the logits z, from which their largest is taken first, so that no
 * exponential overflows. p = e^z / Σ e^z.
 */

/** outputs ← p, row by row */
export function softmax(layer: DenseLayer, rows: number): void {
  const { outputs } = layer;
  const classes = layer.shape.outputs;
  for (let first = 0; first < rows * classes; first += classes) {
    const largest = largestLogit(outputs, first, classes);
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const exponential = Math.exp(outputs[first + k] - largest);
      outputs[first + k] = exponential;
      sum += exponential;
    }
    for (let k = 0; k < classes; k++) outputs[first + k] /= sum;
  }
}

/** Σ over the rows of −ln p(label) = ln Σ e^z − z(label), from the logits. */
export function lossSum(layer: DenseLayer, labels: Uint8Array, rows: number): number {
  const { outputs } = layer;
  const classes = layer.shape.outputs;
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const first = row * classes;
    const largest = largestLogit(outputs, first, classes);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(outputs[first + k] - largest);
    loss += Math.log(sum) + largest - outputs[first + labels[row]];
  }
  return loss;
}

/** errors ← share · (p − [k = label]): the derivative of share · lossSum with respect to z. */
export function softmaxErrors(
  layer: DenseLayer,
  labels: Uint8Array,
  rows: number,
  share: number,
): void {
  const { outputs, errors } = layer;
  const classes = layer.shape.outputs;
  for (let row = 0; row < rows; row++) {
    const first = row * classes;
    for (let k = 0; k < classes; k++) errors[first + k] = share * outputs[first + k];
    errors[first + labels[row]] -= share;
  }
}

function largestLogit(logits: Float64Array, first: number, classes: number): number {
  let largest = logits[first];
  for (let k = 1; k < classes; k++) largest = Math.max(largest, logits[first + k]);
  return largest;
}
