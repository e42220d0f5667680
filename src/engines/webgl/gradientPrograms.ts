import { errorBelow } from './backwardProgram.ts';
import type { GPGPUProgram } from './device.ts';
import { quadsFor, stackReader } from './glsl.ts';
import { gradientSums } from './gradientSums.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import { countsOfStep, factorsOfStep, inputReader, inputTextures } from './trainingInputs.ts';

/*
 * Where the gradient itself is wanted, before any update. The error of a layer and the gradient of
 * the layer above it come from the same textures, so one program writes both, one below the other.
 */

/** In which row of its texture a layer's gradient begins; its errors stand above. */
export function gradientStart(layer: Layer, capacity: number): number {
  return layer.index === 0 ? 0 : capacity;
}

/** Gradient of the first layer: inputs + 1 rows × outputs. */
export function firstGradientProgram(layer: Layer, features: number): GPGPUProgram {
  return defineProgram({
    textures: [...inputTextures(layer), 'error'],
    rows: layer.inputs + 1,
    quads: quadsFor(layer.outputs),
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      inputReader(layer, features),
      gradientSums(layer.inputs),
      `
vec4 result(int row, int quad) {
  return gradientSums(row, quad);
}`,
    ],
  });
}

/** Error of the layer below (capacity rows), then gradient of the layer (inputs + 1 rows). */
export function gradientProgram(layer: Layer, below: Layer, capacity: number): GPGPUProgram {
  const [quads, quadsBelow] = [quadsFor(layer.outputs), quadsFor(below.outputs)];
  return defineProgram({
    textures: ['error', 'stack', 'below'],
    rows: capacity + layer.inputs + 1,
    quads: Math.max(quads, quadsBelow),
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      stackReader,
      errorBelow(below, layer, capacity),
      inputReader(layer, 0),
      gradientSums(layer.inputs),
      `
vec4 result(int place, int quad) {
  if (place < ${capacity}) return quad < ${quadsBelow} ? errorBelow(place, quad) : vec4(0.0);
  return quad < ${quads} ? gradientSums(place - ${capacity}, quad) : vec4(0.0);
}`,
    ],
  });
}
