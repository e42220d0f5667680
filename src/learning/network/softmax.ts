import type { DenseLayer } from './denseLayer.ts';

/*
 * The output layer: p = e^z / Σ e^z. The outputs hold the logits z. The largest logit of a row is
 * subtracted first, so that no exponential overflows.
 */

/** outputs ← p, row by row */
export function softmax(layer: DenseLayer, rows: number): void {
  const { outputs } = layer;
  const classes = layer.shape.outputs;
  for (let first = 0; first < rows * classes; first += classes) {
    const largest = largestLogit(outputs, first, classes);
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const exponential = Math.exp((outputs[first + k] ?? 0) - largest);
      outputs[first + k] = exponential;
      sum += exponential;
    }
    for (let k = 0; k < classes; k++) outputs[first + k] = (outputs[first + k] ?? 0) / sum;
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
    for (let k = 0; k < classes; k++) sum += Math.exp((outputs[first + k] ?? 0) - largest);
    loss += Math.log(sum) + largest - (outputs[first + (labels[row] ?? 0)] ?? 0);
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
    for (let k = 0; k < classes; k++) errors[first + k] = share * (outputs[first + k] ?? 0);
    const actual = first + (labels[row] ?? 0);
    errors[actual] = (errors[actual] ?? 0) - share;
  }
}

function largestLogit(logits: Float64Array, first: number, classes: number): number {
  let largest = logits[first] ?? 0;
  for (let k = 1; k < classes; k++) largest = Math.max(largest, logits[first + k] ?? 0);
  return largest;
}
