import { lanes, orderReader, quadsFor, sampleReader } from './glsl.ts';
import type { Layer } from './layers.ts';

/*
 * Uniforms of the programs of a training step:
 * counts  = [start of the mini-batch in the order, its size, dropout threshold, dropout seed]
 * factors = [1 / size of the mini-batch, 1 / (1 − dropout)]
 */
export const countsOfStep = 4;
export const factorsOfStep = 2;

/** What the programs of a step have in common. */
export interface StepShape {
  readonly layers: readonly Layer[];
  /** What a sample has before its label. */
  readonly features: number;
  /** Most rows of a mini-batch; a multiple of 16. */
  readonly capacity: number;
  /** Whether units are left out; costs time even at a dropout of 0. */
  readonly dropout: boolean;
}

/**
 * Where a program finds the samples of the mini-batch: picked out of the training set by the order,
 * or carried along by the first hidden layer, to the right of its own outputs.
 */
export interface SampleSource {
  readonly textures: readonly string[];
  /** `vec4 sampleQuad(int row, int quad)`: features and then the label; `int labelAt(int row)`. */
  readonly glsl: string;
}

export function gatheredSamples({ features }: StepShape): SampleSource {
  return {
    textures: ['samples', 'order'],
    glsl: `${sampleReader(features)}
${orderReader}
vec4 sampleQuad(int row, int quad) {
  return samplesQuad(sampleOf(row), quad);
}
int labelAt(int row) {
  return labelOf(sampleOf(row));
}`,
  };
}

export function carriedSamples({ layers, features }: StepShape): SampleSource {
  return {
    textures: ['carried'],
    glsl: `
vec4 sampleQuad(int row, int quad) {
  return texelFetch(carried, ivec2(${quadsFor(layers[0].outputs)} + quad, row), 0);
}
int labelAt(int row) {
  return int(sampleQuad(row, ${features >> 2}).${lanes[features & 3]});
}`,
  };
}

/** `vec4 inputQuad(int row, int quad)`: the samples of the mini-batch, for the first layer. */
export const inputsFromSamples = `
vec4 inputQuad(int row, int quad) {
  return sampleQuad(row, quad);
}`;

/** `vec4 inputQuad(int row, int quad)`: outputs of the layer below, for the other layers. */
export const inputsFromBelow = `
vec4 inputQuad(int row, int quad) {
  return texelFetch(below, ivec2(quad, row), 0);
}`;
