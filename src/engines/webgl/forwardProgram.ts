import type { GPGPUProgram } from './device.ts';
import {
  activationValue,
  dropoutMask,
  onlyColumns,
  quadsFor,
  stackReader,
  weightedSums,
} from './glsl.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import {
  countsOfStep,
  factorsOfStep,
  gatheredSamples,
  inputsFromBelow,
  inputsFromSamples,
  type StepShape,
} from './trainingInputs.ts';

/** Whether a layer's slope needs z, so that its forward program writes z below a. */
export function writesSums({ activation }: Layer): boolean {
  return activation?.slopeFrom === 'z';
}

/**
 * Forward pass of a hidden layer over a mini-batch: inputs · weights + biases, activation, dropout.
 * Writes capacity × outputs; where the slope needs z, z stands in as many rows again. The first
 * layer picks the samples and carries them along, to the right of its outputs.
 */
export function forwardProgram(layer: Layer, shape: StepShape): GPGPUProgram {
  const { activation, index, inputs, outputs } = layer;
  const { capacity, features } = shape;
  if (!activation) throw new Error('The output layer has a program of its own.');
  const isFirst = index === 0;
  const gathered = gatheredSamples(shape);
  const quads = quadsFor(outputs);
  const carried = isFirst ? quadsFor(features + 1) : 0;
  const carry = isFirst ? `if (quad >= ${quads}) return sampleQuad(row, quad - ${quads});` : '';
  return defineProgram({
    textures: [...(isFirst ? gathered.textures : ['below']), 'stack'],
    rows: writesSums(layer) ? 2 * capacity : capacity,
    quads: quads + carried,
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      ...(isFirst ? [gathered.glsl, inputsFromSamples] : [inputsFromBelow]),
      stackReader,
      weightedSums(inputs),
      onlyColumns(outputs),
      activationValue(activation),
      dropoutMask(shape.dropout),
      `
vec4 result(int place, int quad) {
  int row = place < ${capacity} ? place : place - ${capacity};
  if (row >= counts[1]) return vec4(0.0);
  ${carry}
  vec4 z = weightedSums(row, quad);
  return onlyColumns(place < ${capacity} ? kept(activation(z), row, quad) : z, quad);
}`,
    ],
  });
}
