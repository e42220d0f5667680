import type { GPGPUProgram } from './device.ts';
import {
  onlyColumns,
  orderReader,
  quadsFor,
  sampleReader,
  stackReader,
  weightedSums,
} from './glsl.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import { softmax } from './softmax.ts';
import { countsOfStep, factorsOfStep, inputReader, inputTextures } from './trainingInputs.ts';

/**
 * Forward pass of the output layer and its error, the derivative of the loss by the sums before the
 * softmax: (p − [class is the label]) / size of the mini-batch. Writes capacity × classes.
 */
export function outputErrorProgram(layer: Layer, features: number, capacity: number): GPGPUProgram {
  const isFirst = layer.index === 0;
  return defineProgram({
    textures: [...(isFirst ? [] : ['samples', 'order']), ...inputTextures(layer), 'stack'],
    rows: capacity,
    quads: quadsFor(layer.outputs),
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      ...(isFirst ? [] : [sampleReader(features), orderReader]),
      inputReader(layer, features),
      stackReader,
      weightedSums(layer.inputs),
      onlyColumns(layer.outputs),
      softmax(layer.outputs),
      `
vec4 result(int row, int quad) {
  if (row >= counts[1]) return vec4(0.0);
  ivec4 classes = 4 * quad + ivec4(0, 1, 2, 3);
  vec4 actual = vec4(equal(classes, ivec4(labelOf(sampleOf(row)))));
  return factors[0] * (softmax(inputKey(row), quad) - actual);
}`,
    ],
  });
}
