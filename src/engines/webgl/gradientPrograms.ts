import type { GPGPUProgram } from './device.ts';
import { errorBelow } from './errorBelow.ts';
import { divided, quadsFor, stackReader } from './glsl.ts';
import { gradientLayout } from './gradientLayout.ts';
import { gradientSums } from './gradientSums.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import {
  carriedSamples,
  countsOfStep,
  factorsOfStep,
  gatheredSamples,
  inputsFromBelow,
  inputsFromSamples,
  type SampleSource,
  type StepShape,
} from './trainingInputs.ts';

/** Where the first layer finds its inputs again when it is to be updated. */
export function firstInputs(shape: StepShape): SampleSource {
  return shape.layers.length === 1 ? gatheredSamples(shape) : carriedSamples(shape);
}

/** Gradient of the first layer. */
export function firstGradientProgram(shape: StepShape): GPGPUProgram {
  const source = firstInputs(shape);
  const { rows, width } = gradientLayout(shape.layers, 0, shape.capacity);
  return defineProgram({
    textures: [...source.textures, 'error'],
    rows,
    quads: width,
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      source.glsl,
      inputsFromSamples,
      gradientSums(shape.layers[0].inputs),
      `
vec4 result(int row, int quad) {
  return gradientSums(row, quad);
}`,
    ],
  });
}

/**
 * The way back through a layer above the first: the error of the layer below it and its own
 * gradient. Both come from the same textures, so one program writes both, one below the other.
 */
export function backwardProgram(layer: Layer, shape: StepShape): GPGPUProgram {
  const { layers, capacity } = shape;
  const below = layers[layer.index - 1];
  const { start, width, rows } = gradientLayout(layers, layer.index, capacity);
  const [quads, quadsBelow] = [quadsFor(layer.outputs), quadsFor(below.outputs)];
  const entries = (layer.inputs + 1) * quads;
  return defineProgram({
    textures: ['error', 'stack', 'below'],
    rows,
    quads: width,
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      stackReader,
      errorBelow(below, layer, shape),
      inputsFromBelow,
      gradientSums(layer.inputs),
      `
vec4 result(int row, int quad) {
  if (row < ${start}) return quad < ${quadsBelow} ? errorBelow(row, quad) : vec4(0.0);
  int place = (row - ${start}) * ${width} + quad;
  if (place >= ${entries}) return vec4(0.0);
  int entry = ${divided('place', quads)};
  return gradientSums(entry, place - entry * ${quads});
}`,
    ],
  });
}
