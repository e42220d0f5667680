import * as tf from '@tensorflow/tfjs';
import { BatchCursor } from '../../src/learning/batchCursor.ts';
import { epochOrder } from '../../src/learning/batches.ts';
import { featureMatrix } from '../../src/learning/features.ts';
import { fieldPoints } from '../../src/learning/fieldPoints.ts';
import { layerShapes } from '../../src/learning/parameters.ts';
import type { Samples, Window } from '../../src/learning/samples.ts';
import type { Specification, TrainingSpecification } from '../../src/learning/specification.ts';

interface EagerLayer {
  readonly weights: tf.Variable;
  readonly biases: tf.Variable;
  readonly activation: (z: tf.Tensor) => tf.Tensor;
}

const activations: Readonly<Record<string, ((z: tf.Tensor) => tf.Tensor) | undefined>> = {
  relu: (z) => tf.relu(z),
  tanh: (z) => tf.tanh(z),
  sigmoid: (z) => tf.sigmoid(z),
  linear: (z) => z,
  leakyRelu: (z) => tf.leakyRelu(z, 0.01),
  elu: (z) => tf.elu(z),
  softplus: (z) => tf.softplus(z),
  swish: (z) => tf.mul(z, tf.sigmoid(z)),
  gelu(z) {
    const argument = tf.add(z, tf.mul(0.044715, tf.mul(z, tf.mul(z, z))));
    return tf.mul(tf.mul(0.5, z), tf.add(1, tf.tanh(tf.mul(Math.sqrt(2 / Math.PI), argument))));
  },
  sine: (z) => tf.sin(z),
};

const optimizers: Readonly<
  Record<string, ((training: TrainingSpecification) => tf.Optimizer) | undefined>
> = {
  sgd: ({ rate }) => tf.train.sgd(rate),
  momentum: ({ rate }) => tf.train.momentum(rate, 0.9),
  nesterovs: ({ rate }) => tf.train.momentum(rate, 0.9, true),
  adagrad: ({ rate }) => tf.train.adagrad(rate),
  rmsprop: ({ rate }) => tf.train.rmsprop(rate),
  adam: ({ rate }) => tf.train.adam(rate),
  adamax: ({ rate }) => tf.train.adamax(rate),
};

/** The updaters of tfjs; without AdaDelta, which is plain gradient descent in tfjs. */
export const eagerUpdaters = Object.keys(optimizers);

/**
 * The network written with tfjs's own operations, gradients and optimizers, on the backend that is
 * set. It has the same parameters and mini-batches as the engines, the default hyperparameters of the
 * updaters, and no penalties, dropout or clipping.
 */
export class EagerNetwork {
  readonly #specification: Specification;
  readonly #layers: readonly EagerLayer[];
  readonly #optimizer: tf.Optimizer;
  #inputs: tf.Tensor2D = tf.zeros([0, 0]);
  #targets: tf.Tensor2D = tf.zeros([0, 0]);
  #shuffledInputs: tf.Tensor2D = tf.zeros([0, 0]);
  #shuffledTargets: tf.Tensor2D = tf.zeros([0, 0]);
  #shuffledEpoch = -1;
  readonly #cursor = new BatchCursor();

  constructor(specification: Specification, parameters: Float32Array) {
    const { network, training } = specification;
    const optimizer = optimizers[training.updater];
    if (!optimizer) throw new RangeError(`tfjs has no updater like ${training.updater}.`);
    this.#specification = specification;
    this.#optimizer = optimizer(training);
    this.#layers = layerShapes(network).map(({ inputs, outputs, weights, biases }, i) => {
      const w = tf.tensor2d(parameters.slice(weights, biases), [inputs, outputs]);
      const b = tf.tensor1d(parameters.slice(biases, biases + outputs));
      const name = network.hidden[i]?.activation ?? 'linear';
      const activation = activations[name];
      if (!activation) throw new RangeError(`There is no eager activation ${name}.`);
      return { weights: w.variable(), biases: b.variable(), activation };
    });
  }

  load({ points, labels }: Samples): void {
    const { features, classes } = this.#specification.network;
    const matrix = featureMatrix(features, points);
    this.#cursor.load(labels.length);
    this.#inputs = tf.tensor2d(matrix, [labels.length, features.length]);
    this.#targets = tf.cast(tf.oneHot(Array.from(labels), classes), 'float32') as tf.Tensor2D;
  }

  train(steps: number): void {
    for (let i = 0; i < steps; i++) this.#step();
  }

  async parameters(): Promise<Float32Array> {
    const parts = this.#layers.flatMap(({ weights, biases }) => [weights, biases]);
    const values = await Promise.all(parts.map((part) => part.data()));
    return Float32Array.from(values.flatMap((part) => Array.from(part)));
  }

  /** Probability of class 1, like `Engine.field`. */
  async field(window: Window, resolution: number): Promise<Float32Array> {
    const { features } = this.#specification.network;
    const matrix = featureMatrix(features, fieldPoints(window, resolution));
    const field = tf.tidy(() => {
      const inputs = tf.tensor2d(matrix, [resolution * resolution, features.length]);
      return tf.slice(tf.softmax(this.#logits(inputs)), [0, 1], [-1, 1]);
    });
    const values = await field.data<'float32'>();
    field.dispose();
    return values;
  }

  #step(): void {
    const { network, training } = this.#specification;
    this.#cursor.take(training.batchSize);
    const { epoch, first, count } = this.#cursor;
    if (epoch !== this.#shuffledEpoch) this.#shuffle(epoch);
    this.#optimizer.minimize(() => {
      const inputs = tf.slice(this.#shuffledInputs, [first, 0], [count, network.features.length]);
      const targets = tf.slice(this.#shuffledTargets, [first, 0], [count, network.classes]);
      return tf.losses.softmaxCrossEntropy(targets, this.#logits(inputs));
    });
    this.#cursor.leave();
  }

  #shuffle(epoch: number): void {
    this.#shuffledInputs.dispose();
    this.#shuffledTargets.dispose();
    const order = epochOrder(this.#specification.network.seed, epoch, this.#inputs.shape[0]);
    const indices = tf.tensor1d(Int32Array.from(order), 'int32');
    this.#shuffledInputs = tf.gather(this.#inputs, indices);
    this.#shuffledTargets = tf.gather(this.#targets, indices);
    this.#shuffledEpoch = epoch;
    indices.dispose();
  }

  #logits(inputs: tf.Tensor): tf.Tensor {
    return this.#layers.reduce(
      (outputs, { weights, biases, activation }) =>
        activation(tf.add(tf.matMul(outputs, weights), biases)),
      inputs,
    );
  }
}
