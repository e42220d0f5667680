import { entryAt } from '../../learning/entryAt.ts';
import { orderReader, sampleReader } from './glsl.ts';
import type { Layer } from './layers.ts';

/*
 * The matrices of a training step have a unit in each column of a texture and four rows of the
 * mini-batch in each texel. Uniforms of its programs:
 * counts  = [first quad of the mini-batch in the order, its size, dropout threshold, dropout seed]
 * factors = [1 / size of the mini-batch, 1 / (1 − dropout)]
 */
export const countsOfStep = 4;
export const factorsOfStep = 2;

/** The sizes that the programs of a step share. */
export interface StepShape {
  readonly layers: readonly Layer[];
  /** Number of features, which are before the label of a sample. */
  readonly features: number;
  /** The largest number of rows of a mini-batch, divided by four. */
  readonly capacity: number;
  /** Whether the programs apply dropout, which takes time even at a rate of 0. */
  readonly dropout: boolean;
  /** Indices of the layers in which a parameter is frozen or cut. */
  readonly heldLayers: ReadonlySet<number>;
}

/** The textures and the GLSL that read the samples of the mini-batch. */
export interface SampleSource {
  readonly textures: readonly string[];
  /** `vec4 sampleRows(int column, int rows)`: a feature or, after the last, the label. */
  readonly glsl: string;
}

/** Reads the samples from the training set, in the order of the epoch. */
export function gatheredSamples({ features }: StepShape): SampleSource {
  return {
    textures: ['samples', 'order'],
    glsl: `${sampleReader(features)}
${orderReader}
vec4 sampleRows(int column, int rows) {
  ivec4 index = samplesOf(rows);
  int quad = column >> 2;
  vec4 lane = vec4(equal(ivec4(column & 3), ivec4(0, 1, 2, 3)));
  return vec4(
    dot(lane, sampleQuad(index.x, quad)), dot(lane, sampleQuad(index.y, quad)),
    dot(lane, sampleQuad(index.z, quad)), dot(lane, sampleQuad(index.w, quad)));
}`,
  };
}

/** Reads the samples that the first hidden layer passed on, to the right of its outputs. */
export function carriedSamples({ layers }: StepShape): SampleSource {
  return {
    textures: ['carried'],
    glsl: `
vec4 sampleRows(int column, int rows) {
  return texelFetch(carried, ivec2(${entryAt(layers, 0).outputs} + column, rows), 0);
}`,
  };
}

/** `vec4 inputRows(int column, int rows)`: the samples, for the first layer. */
export const inputsFromSamples = `
vec4 inputRows(int column, int rows) {
  return sampleRows(column, rows);
}`;

/** `vec4 inputRows(int column, int rows)`: outputs of the layer below, for the other layers. */
export const inputsFromBelow = `
vec4 inputRows(int column, int rows) {
  return texelFetch(below, ivec2(column, rows), 0);
}`;
