import type { GPGPUProgram } from './device.ts';
import { stackReader } from './glsl.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import {
  carriedSamples,
  countsOfStep,
  factorsOfStep,
  gatheredSamples,
  inputsFromBelow,
  type StepShape,
} from './trainingInputs.ts';
import { sumsOfRows, sumsOfSamples } from './weightedSums.ts';

/**
 * Forward pass of the output layer and its error, the derivative of the loss with respect to the
 * logits: (p − [class is the label]) / size of the mini-batch; 0 in the rows beyond it.
 */
export function outputErrorProgram(layer: Layer, shape: StepShape): GPGPUProgram {
  const { index, inputs, outputs } = layer;
  const isFirst = index === 0;
  const source = isFirst ? gatheredSamples(shape) : carriedSamples(shape);
  const units = Array.from({ length: outputs }, (_, k) => ({ name: `z${k}`, unit: String(k) }));
  const names = units.map(({ name }) => name);
  const largest = names.reduce((all, one) => `max(${all}, ${one})`);
  const total = names.map((name) => `exp(${name} - largest)`).join(' + ');
  const own = names.reduceRight((others, one, k) => `unit == ${k} ? ${one} : ${others}`);
  return defineProgram({
    textures: [...source.textures, ...(isFirst ? [] : ['below']), 'stack'],
    rows: shape.capacity,
    quads: outputs,
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      source.glsl,
      isFirst ? '' : inputsFromBelow,
      stackReader,
      `
vec4 result(int rows, int unit) {
  if (4 * rows >= counts[1]) return vec4(0.0);
  ${isFirst ? sumsOfSamples(inputs, units) : sumsOfRows(inputs, units)}
  vec4 largest = ${largest};
  vec4 total = ${total};
  vec4 probability = exp((${own}) - largest) / total;
  vec4 actual = vec4(equal(sampleRows(${shape.features}, rows), vec4(unit)));
  bvec4 inside = lessThan(4 * rows + ivec4(0, 1, 2, 3), ivec4(counts[1]));
  return mix(vec4(0.0), factors[0] * (probability - actual), inside);
}`,
    ],
  });
}
