import type { Activation } from '../activations/activation.ts';
import { activationNamed } from '../activations/activations.ts';
import { defined } from '../defined.ts';
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

/** A hidden layer and what it does to its weighted sums. */
interface HiddenLayer {
  readonly layer: DenseLayer;
  readonly activation: Activation;
}

/** Samples as inputs of the network. */
export interface InputSet {
  /** n×F, row-major. */
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

/** What a training step needs besides the parameters. */
export interface TrainingPass {
  /** Weight of each row in the gradient: 1 / rows of the whole mini-batch for the mean. */
  readonly share: number;
  readonly dropout: number;
  /** Updates made before this one. */
  readonly step: number;
  /** Index of the chunk's first row in the mini-batch. */
  readonly firstRow: number;
}

/**
 * Computes a chunk of at most 64 rows through the network and back, in double precision. All buffers
 * are allocated once. Call `take` or `gather` first, then one of the passes.
 */
export class NetworkPass {
  readonly #seed: number;
  /** From the input to the output. */
  readonly #hidden: readonly HiddenLayer[];
  /** From the output to the input. */
  readonly #hiddenBackwards: readonly HiddenLayer[];
  readonly #first: DenseLayer;
  readonly #output: DenseLayer;
  readonly #labels = new Uint8Array(chunkRows);
  #rows = 0;

  constructor(network: NetworkSpecification) {
    this.#seed = network.seed;
    const layers = createDenseLayers(layerShapes(network));
    this.#hidden = network.hidden.map(({ activation }, i) => ({
      layer: defined(layers[i], 'hidden layer'),
      activation: activationNamed(activation),
    }));
    this.#hiddenBackwards = this.#hidden.toReversed();
    this.#first = defined(layers[0], 'first layer');
    this.#output = defined(layers.at(-1), 'output layer');
  }

  /** Copies consecutive rows of a matrix n×F. */
  take(matrix: Float32Array, first: number, rows: number): void {
    const { inputs, shape } = this.#first;
    const offset = first * shape.inputs;
    const count = rows * shape.inputs;
    for (let i = 0; i < count; i++) inputs[i] = matrix[offset + i] ?? 0;
    this.#begin(rows);
  }

  /** Copies the samples order[first] … order[first + rows − 1]. */
  gather(set: InputSet, order: Uint32Array, first: number, rows: number): void {
    const { inputs, shape } = this.#first;
    const columns = shape.inputs;
    const matrix = set.inputs;
    for (let row = 0; row < rows; row++) {
      const sample = order[first + row] ?? 0;
      this.#labels[row] = set.labels[sample] ?? 0;
      for (let i = 0; i < columns; i++) {
        inputs[row * columns + i] = matrix[sample * columns + i] ?? 0;
      }
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
    return this.#hidden.map(({ layer }) => layer.outputs);
  }

  /** Sum of the negative log likelihood over the rows of the chunk, which have these labels. */
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

  /** Clears the rows that only fill up the last four: see `paddedRows`. */
  #begin(rows: number): void {
    this.#rows = rows;
    const { inputs, shape } = this.#first;
    const { errors } = this.#output;
    const classes = this.#output.shape.outputs;
    inputs.fill(0, rows * shape.inputs, paddedRows(rows) * shape.inputs);
    errors.fill(0, rows * classes, paddedRows(rows) * classes);
  }

  #forward(parameters: Float64Array): void {
    const rows = paddedRows(this.#rows);
    for (const { layer, activation } of this.#hidden) {
      forwardDense(layer, parameters, rows);
      activate(layer, activation, rows);
    }
    forwardDense(this.#output, parameters, rows);
  }

  #forwardForTraining(parameters: Float64Array, { dropout, step, firstRow }: TrainingPass): void {
    const rows = paddedRows(this.#rows);
    for (const [i, { layer, activation }] of this.#hidden.entries()) {
      forwardDense(layer, parameters, rows);
      activateWithSlopes(layer, activation, rows);
      if (dropout > 0) {
        applyDropout(layer, { dropout, seed: dropoutSeed(this.#seed, step, i), firstRow }, rows);
      }
    }
    forwardDense(this.#output, parameters, rows);
  }

  #backward(parameters: Float64Array, gradient: Float64Array): void {
    const rows = paddedRows(this.#rows);
    let layer = this.#output;
    for (const { layer: before } of this.#hiddenBackwards) {
      addGradient(layer, gradient, rows);
      propagateErrors(layer, before, parameters, rows);
      layer = before;
    }
    addGradient(layer, gradient, rows);
  }
}
