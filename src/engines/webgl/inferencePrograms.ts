import type { GPGPUProgram } from './device.ts';
import {
  activationValue,
  divided,
  lanes,
  onlyColumns,
  quadsFor,
  sampleReader,
  stackReader,
} from './glsl.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import { negativeLogLikelihood, softmax } from './softmax.ts';
import { weightedSums } from './weightedSums.ts';

/*
 * Programs of the forward pass over rows × folds samples, without dropout. All of them
 * read the textures `samples` (and its labels), `below` (but for the first layer) and `stack`;
 * counts = [first sample of the pass]. One program serves passes of all lengths.
 */

/** Samples side by side in a row of a texture, which keeps textures low. A power of two. */
export const folds = 16;

/** What the output layer computes. A number: the probability of that class. */
export type Ending = 'probabilities' | 'loss' | number;

/** Activations of a hidden layer: rows × folds·outputs, sample after sample. */
export function activationProgram(layer: Layer, features: number, rows: number): GPGPUProgram {
  const { activation, outputs } = layer;
  if (!activation) throw new Error('The output layer needs endingProgram.');
  const quads = quadsFor(outputs);
  return passProgram(layer, rows, folds * quads, [
    ...passGlsl(layer, features),
    activationValue(activation),
    `
vec4 result(int row, int place) {
  int fold = ${divided('place', quads)};
  int quad = place - fold * ${quads};
  vec4 z = weightedSums(row * ${folds} + fold, quad);
  return onlyColumns(activation(z), quad);
}`,
  ]);
}

/** The program of the output layer for that ending. */
export function endingProgram(
  ending: Ending,
  layer: Layer,
  features: number,
  rows: number,
): GPGPUProgram {
  if (typeof ending === 'number') return planeProgram(ending, layer, features, rows);
  return endings[ending](layer, features, rows);
}

/**
 * Probability of one class: rows × folds, four samples in a texel. The class is part of the
 * program: as a uniform it made the field a fifth slower where WebGL runs in software.
 */
function planeProgram(label: number, layer: Layer, features: number, rows: number): GPGPUProgram {
  return passProgram(layer, rows, folds / 4, [
    ...passGlsl(layer, features),
    softmax(layer.outputs),
    fourSamples((key) => `softmax(${key}, ${label >> 2}).${lanes[label & 3]}`),
  ]);
}

const endings = {
  /** Class probabilities: rows × folds·classes, sample after sample. */
  probabilities(layer: Layer, features: number, rows: number): GPGPUProgram {
    const quads = quadsFor(layer.outputs);
    return passProgram(layer, rows, folds * quads, [
      ...passGlsl(layer, features),
      softmax(layer.outputs),
      `
vec4 result(int row, int place) {
  int fold = ${divided('place', quads)};
  return softmax(row * ${folds} + fold, place - fold * ${quads});
}`,
    ]);
  },

  /** Negative log likelihood: rows × folds, four samples in a texel. */
  loss(layer: Layer, features: number, rows: number): GPGPUProgram {
    return passProgram(layer, rows, folds / 4, [
      ...passGlsl(layer, features),
      negativeLogLikelihood(layer.outputs),
      fourSamples((key) => `lossOf(${key}, labelOf(counts[0] + ${key}))`),
    ]);
  },
} as const;

function fourSamples(value: (key: string) => string): string {
  return `
vec4 result(int row, int place) {
  int key = row * ${folds} + 4 * place;
  return vec4(${lanes.map((_, k) => value(`(key + ${k})`)).join(', ')});
}`;
}

function passProgram(
  layer: Layer,
  rows: number,
  quads: number,
  glsl: readonly string[],
): GPGPUProgram {
  const textures = layer.index === 0 ? ['samples', 'stack'] : ['samples', 'below', 'stack'];
  return defineProgram({ textures, rows, quads, glsl, counts: 1, factors: 1, anySize: true });
}

/** `int inputQuad(int key, int quad)`: inputs of sample `key` of the pass. */
function passGlsl({ index, inputs, outputs }: Layer, features: number): string[] {
  const source =
    index === 0
      ? 'sampleQuad(counts[0] + key, quad)'
      : `texelFetch(below, ivec2((key & ${folds - 1}) * ${quadsFor(inputs)} + quad, key >> ${Math.log2(folds)}), 0)`;
  return [
    sampleReader(features),
    `
vec4 inputQuad(int key, int quad) {
  return ${source};
}`,
    stackReader,
    weightedSums(inputs),
    onlyColumns(outputs),
  ];
}
