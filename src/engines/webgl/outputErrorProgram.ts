import type { GPGPUProgram } from './device.ts';
import { onlyColumns, quadsFor, stackReader, weightedSums } from './glsl.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import { softmax } from './softmax.ts';
import {
  carriedSamples,
  countsOfStep,
  factorsOfStep,
  gatheredSamples,
  inputsFromBelow,
  inputsFromSamples,
  type StepShape,
} from './trainingInputs.ts';

/**
 * Forward pass of the output layer and its error, the derivative of the loss by the sums before the
 * softmax: (p − [class is the label]) / size of the mini-batch. Writes capacity × classes.
 */
export function outputErrorProgram(layer: Layer, shape: StepShape): GPGPUProgram {
  const isFirst = layer.index === 0;
  const source = isFirst ? gatheredSamples(shape) : carriedSamples(shape);
  return defineProgram({
    textures: [...source.textures, ...(isFirst ? [] : ['below']), 'stack'],
    rows: shape.capacity,
    quads: quadsFor(layer.outputs),
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      source.glsl,
      isFirst ? inputsFromSamples : inputsFromBelow,
      stackReader,
      weightedSums(layer.inputs),
      onlyColumns(layer.outputs),
      softmax(layer.outputs),
      `
vec4 result(int row, int quad) {
  if (row >= counts[1]) return vec4(0.0);
  ivec4 classes = 4 * quad + ivec4(0, 1, 2, 3);
  vec4 actual = vec4(equal(classes, ivec4(labelAt(row))));
  return factors[0] * (softmax(row, quad) - actual);
}`,
    ],
  });
}
