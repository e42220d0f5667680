import type { GPGPUProgram } from './device.ts';
import { activationValue, dropoutMask, stackReader } from './glsl.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import {
  countsOfStep,
  factorsOfStep,
  gatheredSamples,
  inputsFromBelow,
  type StepShape,
} from './trainingInputs.ts';
import { sumsOfRows, sumsOfSamples } from './weightedSums.ts';

/** Whether a layer's slope needs z; then its forward program writes z in the rows below a. */
export function writesSums({ activation }: Layer): boolean {
  return activation?.slopeFrom === 'z';
}

/**
 * Forward pass of a hidden layer over a mini-batch: inputs · weights + biases, activation, dropout.
 * Where the slope needs z, z follows in the same number of rows. The first layer gathers the
 * samples and passes them on in the columns to the right of its outputs.
 */
export function forwardProgram(layer: Layer, shape: StepShape): GPGPUProgram {
  const { activation, index, inputs, outputs } = layer;
  const { capacity, features } = shape;
  if (!activation) throw new Error('The output layer needs outputErrorProgram.');
  const isFirst = index === 0;
  const source = gatheredSamples(shape);
  const units = [{ name: 'z', unit: 'unit' }];
  const carry = isFirst
    ? `if (unit >= ${outputs}) return sampleRows(unit - ${outputs}, rows);`
    : '';
  return defineProgram({
    textures: [...(isFirst ? source.textures : ['below']), 'stack'],
    rows: writesSums(layer) ? 2 * capacity : capacity,
    quads: isFirst ? outputs + features + 1 : outputs,
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      isFirst ? source.glsl : inputsFromBelow,
      stackReader,
      activationValue(activation),
      dropoutMask(shape.dropout),
      `
vec4 result(int place, int unit) {
  int rows = place < ${capacity} ? place : place - ${capacity};
  if (4 * rows >= counts[1]) return vec4(0.0);
  ${carry}
  ${isFirst ? sumsOfSamples(inputs, units) : sumsOfRows(inputs, units)}
  return place < ${capacity} ? kept(activation(z), rows, unit) : z;
}`,
    ],
  });
}
