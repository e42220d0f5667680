import type { Activation } from '../activations/activation.ts';
import { activationNamed } from '../activations/activations.ts';
import { dropoutSeed } from '../dropout.ts';
import { layerShapes } from '../parameters.ts';
import type { NetworkSpecification } from '../specification.ts';
import { activate, activateWithSlopes } from './activate.ts';
import { applyDropout } from './applyDropout.ts';
import {
  addGradient,
  chunkRows,
  createDenseLayers,
  type DenseLayer,
  forwardDense,
  paddedRows,
  propagateErrors,
} from './denseLayer.ts';
import { lossSum, softmax, softmaxErrors } from './softmax.ts';

/** Samples as the network takes them in. */
export interface InputSet {
  /** n×F, row-major. */
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

/** What a training step does besides a plain pass. */
export interface TrainingPass {
  /** Weight of each row in the gradient: 1 / rows of the whole mini-batch for the mean. */
  readonly share: number;
  readonly dropout: number;
  /** Updates made before this one. */
  readonly step: number;
  /** Place of the chunk's first row in the mini-batch. */
  readonly firstRow: number;
}

/**
 * A chunk of at most 64 rows on its way through the network and back, in double precision. All
 * buffers are laid out once; first come `take` or `gather`, then one of the passes.
 */
export class NetworkPass {
  readonly #seed: number;
  readonly #layers: readonly DenseLayer[];
  readonly #activations: readonly Activation[];
  readonly #output: DenseLayer;
  readonly #labels = new Uint8Array(chunkRows);
  #rows = 0;

  constructor(network: NetworkSpecification) {
    this.#seed = network.seed;
    this.#layers = createDenseLayers(layerShapes(network));
    this.#activations = network.hidden.map((layer) => activationNamed(layer.activation));
    this.#output = this.#layers[this.#layers.length - 1];
  }

  /** Takes in consecutive rows of a matrix n×F. */
  take(matrix: Float32Array, first: number, rows: number): void {
    const { inputs, shape } = this.#layers[0];
    const offset = first * shape.inputs;
    const count = rows * shape.inputs;
    for (let i = 0; i < count; i++) inputs[i] = matrix[offset + i];
    this.#begin(rows);
  }

  /** Takes in the samples order[first] … order[first + rows − 1]. */
  gather(set: InputSet, order: Uint32Array, first: number, rows: number): void {
    const { inputs, shape } = this.#layers[0];
    const columns = shape.inputs;
    const matrix = set.inputs;
    for (let row = 0; row < rows; row++) {
      const sample = order[first + row];
      this.#labels[row] = set.labels[sample];
      for (let i = 0; i < columns; i++) inputs[row * columns + i] = matrix[sample * columns + i];
    }
    this.#begin(rows);
  }

  /** Class probabilities of the chunk, rows×K; valid until the next pass. */
  probabilities(parameters: Float64Array): Float64Array {
    this.#forward(parameters);
    softmax(this.#output, this.#rows);
    return this.#output.outputs;
  }

  /** Activations of the hidden layers, each rows×units; valid until the next pass. */
  activations(parameters: Float64Array): Float64Array[] {
    this.#forward(parameters);
    return this.#layers.slice(0, -1).map((layer) => layer.outputs);
  }

  /** Sum of the negative log likelihood over consecutive rows, taken from the set at `first`. */
  lossSum(parameters: Float64Array, labels: Uint8Array): number {
    this.#forward(parameters);
    return lossSum(this.#output, labels, this.#rows);
  }

  /** Adds the gradient of the loss over the gathered samples. */
  addGradient(parameters: Float64Array, gradient: Float64Array, training: TrainingPass): void {
    this.#forwardForTraining(parameters, training);
    softmax(this.#output, this.#rows);
    softmaxErrors(this.#output, this.#labels, this.#rows, training.share);
    this.#backward(parameters, gradient);
  }

  /** Rows that only fill up the last four are cleared: see `paddedRows`. */
  #begin(rows: number): void {
    this.#rows = rows;
    const { inputs, shape } = this.#layers[0];
    const { errors } = this.#output;
    const classes = this.#output.shape.outputs;
    inputs.fill(0, rows * shape.inputs, paddedRows(rows) * shape.inputs);
    errors.fill(0, rows * classes, paddedRows(rows) * classes);
  }

  #forward(parameters: Float64Array): void {
    const rows = paddedRows(this.#rows);
    for (let i = 0; i < this.#layers.length; i++) {
      forwardDense(this.#layers[i], parameters, rows);
      if (i < this.#activations.length) activate(this.#layers[i], this.#activations[i], rows);
    }
  }

  #forwardForTraining(parameters: Float64Array, { dropout, step, firstRow }: TrainingPass): void {
    const rows = paddedRows(this.#rows);
    for (let i = 0; i < this.#activations.length; i++) {
      const layer = this.#layers[i];
      forwardDense(layer, parameters, rows);
      activateWithSlopes(layer, this.#activations[i], rows);
      if (dropout > 0) {
        applyDropout(layer, { dropout, seed: dropoutSeed(this.#seed, step, i), firstRow }, rows);
      }
    }
    forwardDense(this.#output, parameters, rows);
  }

  #backward(parameters: Float64Array, gradient: Float64Array): void {
    const rows = paddedRows(this.#rows);
    for (let i = this.#layers.length - 1; i > 0; i--) {
      addGradient(this.#layers[i], gradient, rows);
      propagateErrors(this.#layers[i], this.#layers[i - 1], parameters, rows);
    }
    addGradient(this.#layers[0], gradient, rows);
  }
}
