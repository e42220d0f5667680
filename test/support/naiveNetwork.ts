import { activationNamed } from '../../src/learning/activations/activations.ts';
import { dropoutSeed, keepsUnit } from '../../src/learning/dropout.ts';
import { entryAt } from '../../src/learning/entryAt.ts';
import { featureMatrix } from '../../src/learning/features.ts';
import { layerShapes } from '../../src/learning/parameters.ts';
import type { Samples } from '../../src/learning/samples.ts';
import type { Specification } from '../../src/learning/specification.ts';

/** A mini-batch. */
export interface NaiveBatch {
  readonly samples: Samples;
  /** Indices of its samples, in order. */
  readonly indices: ArrayLike<number>;
  /** Decides the dropout masks. */
  readonly step: number;
}

/**
 * The objective of a training step as in a textbook, sample by sample: the mean of −ln p(label) with
 * dropout, plus l1·Σ|w| + ½·l2·Σw². The oracle of the gradient.
 */
export function naiveObjective(
  { network, training }: Specification,
  parameters: ArrayLike<number>,
  { samples, indices, step }: NaiveBatch,
): number {
  const inputs = featureMatrix(network.features, samples.points);
  const columns = network.features.length;
  let loss = 0;
  Array.from(indices).forEach((index, row) => {
    const first = index * columns;
    let values = Array.from(inputs.subarray(first, first + columns));
    layerShapes(network).forEach((shape, layer) => {
      values = weightedSums(values, parameters, shape);
      if (layer === network.hidden.length) return;
      const { value } = activationNamed(entryAt(network.hidden, layer).activation);
      const mask = dropoutSeed(network.seed, step, layer);
      values = values.map((z, unit) =>
        keepsUnit(mask, row, unit, training.dropout) ? value(z) / (1 - training.dropout) : 0,
      );
    });
    const sum = values.reduce((total, logit) => total + Math.exp(logit), 0);
    const label = samples.labels[index] ?? NaN;
    loss -= Math.log(Math.exp(entryAt(values, label)) / sum);
  });
  return loss / indices.length + penalty({ network, training }, parameters);
}

function weightedSums(
  values: readonly number[],
  parameters: ArrayLike<number>,
  { outputs, weights, biases }: ReturnType<typeof layerShapes>[number],
): number[] {
  return Array.from({ length: outputs }, (_, unit) => {
    const weight = (input: number) => parameters[weights + input * outputs + unit] ?? NaN;
    const bias = parameters[biases + unit] ?? NaN;
    return values.reduce((sum, value, input) => sum + value * weight(input), bias);
  });
}

function penalty({ network, training }: Specification, parameters: ArrayLike<number>): number {
  let sum = 0;
  for (const { weights, biases } of layerShapes(network)) {
    for (let i = weights; i < biases; i++) {
      const weight = parameters[i] ?? NaN;
      sum += training.l1 * Math.abs(weight) + 0.5 * training.l2 * weight ** 2;
    }
  }
  return sum;
}

/** Central differences of the objective with respect to every parameter. */
export function naiveGradient(
  specification: Specification,
  parameters: Float64Array,
  batch: NaiveBatch,
): Float64Array {
  const h = 1e-5;
  const changed = parameters.slice();
  return parameters.map((value, i) => {
    changed[i] = value + h;
    const above = naiveObjective(specification, changed, batch);
    changed[i] = value - h;
    const below = naiveObjective(specification, changed, batch);
    changed[i] = value;
    return (above - below) / (2 * h);
  });
}
