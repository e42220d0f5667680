import type { LayerShape } from '../parameters.ts';

/** The largest number of rows of a mini-batch that are computed at once. */
export const chunkRows = 64;

/**
 * The kernels take four rows at a time, so that a weight is read once for four of them. Rows that
 * fill up the last four have inputs and errors of 0, so they add nothing to a gradient.
 */
export function paddedRows(rows: number): number {
  return (rows + 3) & ~3;
}

/** A fully connected layer with buffers for a chunk of rows; all matrices are row-major. */
export interface DenseLayer {
  readonly shape: LayerShape;
  /** chunkRows × inputs: the outputs of the layer before. */
  readonly inputs: Float64Array;
  /** chunkRows × outputs: the weighted sums z, replaced by the activations in place. */
  readonly outputs: Float64Array;
  /** chunkRows × outputs: the derivative of the loss with respect to z. */
  readonly errors: Float64Array;
  /** chunkRows × outputs: the derivative of the outputs with respect to z. */
  readonly slopes: Float64Array;
}

/** Layers of these shapes, each reading what the one before wrote. */
export function createDenseLayers(shapes: readonly LayerShape[]): DenseLayer[] {
  let inputs: Float64Array | undefined;
  return shapes.map((shape) => {
    const size = chunkRows * shape.outputs;
    const layer = {
      shape,
      inputs: inputs ?? new Float64Array(chunkRows * shape.inputs),
      outputs: new Float64Array(size),
      errors: new Float64Array(size),
      slopes: new Float64Array(size),
    };
    inputs = layer.outputs;
    return layer;
  });
}

/** outputs ← inputs · weights + biases */
export function forwardDense(layer: DenseLayer, parameters: Float64Array, rows: number): void {
  const { inputs: x, outputs: z } = layer;
  const { inputs, outputs, weights, biases } = layer.shape;
  for (let row = 0; row < rows; row += 4) {
    const x0 = row * inputs;
    const x1 = x0 + inputs;
    const x2 = x1 + inputs;
    const x3 = x2 + inputs;
    for (let unit = 0; unit < outputs; unit++) {
      const bias = parameters[biases + unit] ?? 0;
      let z0 = bias;
      let z1 = bias;
      let z2 = bias;
      let z3 = bias;
      let index = weights + unit;
      for (let input = 0; input < inputs; input++) {
        const weight = parameters[index] ?? 0;
        z0 += weight * (x[x0 + input] ?? 0);
        z1 += weight * (x[x1 + input] ?? 0);
        z2 += weight * (x[x2 + input] ?? 0);
        z3 += weight * (x[x3 + input] ?? 0);
        index += outputs;
      }
      const first = row * outputs + unit;
      z[first] = z0;
      z[first + outputs] = z1;
      z[first + 2 * outputs] = z2;
      z[first + 3 * outputs] = z3;
    }
  }
}

/** gradient += inputsᵀ · errors for the weights, and the column sums of errors for the biases */
export function addGradient(layer: DenseLayer, gradient: Float64Array, rows: number): void {
  const { inputs: x, errors: e } = layer;
  const { inputs, outputs, weights, biases } = layer.shape;
  for (let row = 0; row < rows; row += 4) {
    const e0 = row * outputs;
    const e1 = e0 + outputs;
    const e2 = e1 + outputs;
    const e3 = e2 + outputs;
    let index = weights;
    for (let input = 0; input < inputs; input++) {
      const first = row * inputs + input;
      const x0 = x[first] ?? 0;
      const x1 = x[first + inputs] ?? 0;
      const x2 = x[first + 2 * inputs] ?? 0;
      const x3 = x[first + 3 * inputs] ?? 0;
      for (let unit = 0; unit < outputs; unit++) {
        gradient[index] =
          (gradient[index] ?? 0) +
          x0 * (e[e0 + unit] ?? 0) +
          x1 * (e[e1 + unit] ?? 0) +
          x2 * (e[e2 + unit] ?? 0) +
          x3 * (e[e3 + unit] ?? 0);
        index++;
      }
    }
    for (let unit = 0; unit < outputs; unit++) {
      gradient[biases + unit] =
        (gradient[biases + unit] ?? 0) +
        (e[e0 + unit] ?? 0) +
        (e[e1 + unit] ?? 0) +
        (e[e2 + unit] ?? 0) +
        (e[e3 + unit] ?? 0);
    }
  }
}

/** errors of the layer before ← (errors · weightsᵀ) × its slopes, entry by entry */
export function propagateErrors(
  layer: DenseLayer,
  before: DenseLayer,
  parameters: Float64Array,
  rows: number,
): void {
  const { errors: e } = layer;
  const { errors, slopes } = before;
  const { inputs, outputs, weights } = layer.shape;
  for (let row = 0; row < rows; row += 4) {
    const e0 = row * outputs;
    const e1 = e0 + outputs;
    const e2 = e1 + outputs;
    const e3 = e2 + outputs;
    let index = weights;
    for (let input = 0; input < inputs; input++) {
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let unit = 0; unit < outputs; unit++) {
        const weight = parameters[index++] ?? 0;
        sum0 += weight * (e[e0 + unit] ?? 0);
        sum1 += weight * (e[e1 + unit] ?? 0);
        sum2 += weight * (e[e2 + unit] ?? 0);
        sum3 += weight * (e[e3 + unit] ?? 0);
      }
      const first = row * inputs + input;
      const second = first + inputs;
      const third = second + inputs;
      const fourth = third + inputs;
      errors[first] = sum0 * (slopes[first] ?? 0);
      errors[second] = sum1 * (slopes[second] ?? 0);
      errors[third] = sum2 * (slopes[third] ?? 0);
      errors[fourth] = sum3 * (slopes[fourth] ?? 0);
    }
  }
}
