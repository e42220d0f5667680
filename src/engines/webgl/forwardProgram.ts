import type { GPGPUProgram } from './device.ts';
import {
  activationValue,
  keepFactors,
  onlyColumns,
  quadsFor,
  stackReader,
  weightedSums,
} from './glsl.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import { countsOfStep, factorsOfStep, inputReader, inputTextures } from './trainingInputs.ts';

/** Whether a layer's slope needs z, so that its forward program writes z below a. */
export function writesSums({ activation }: Layer): boolean {
  return activation?.slopeFrom === 'z';
}

/**
 * Forward pass of a hidden layer over a mini-batch of at most `capacity` rows: inputs · weights +
 * biases, activation, dropout. Writes capacity × outputs; where the slope needs z, z stands in as
 * many rows again.
 */
export function forwardProgram(layer: Layer, features: number, capacity: number): GPGPUProgram {
  const { activation, inputs, outputs } = layer;
  if (!activation) throw new Error('The output layer has a program of its own.');
  return defineProgram({
    textures: [...inputTextures(layer), 'stack'],
    rows: writesSums(layer) ? 2 * capacity : capacity,
    quads: quadsFor(outputs),
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      inputReader(layer, features),
      stackReader,
      weightedSums(inputs),
      onlyColumns(outputs),
      activationValue(activation),
      keepFactors,
      `
vec4 result(int place, int quad) {
  int row = place < ${capacity} ? place : place - ${capacity};
  if (row >= counts[1]) return vec4(0.0);
  vec4 z = weightedSums(inputKey(row), quad);
  return onlyColumns(place < ${capacity} ? keepFactors(row, quad) * activation(z) : z, quad);
}`,
    ],
  });
}
