import { orderReader, sampleReader } from './glsl.ts';
import type { Layer } from './layers.ts';

/*
 * Uniforms of the programs of a training step:
 * counts  = [start of the mini-batch in the order, its size, dropout threshold, dropout seed]
 * factors = [1 / size of the mini-batch, 1 / (1 − dropout)]
 */
export const countsOfStep = 4;
export const factorsOfStep = 2;

/** Where a layer reads its inputs: the first gathers samples, the others read the layer below. */
export function inputTextures(layer: Layer): string[] {
  return layer.index === 0 ? ['samples', 'order'] : ['below'];
}

/**
 * `int inputKey(int row)` and `vec4 inputQuad(int key, int quad)`: the inputs of a layer for a row
 * of the mini-batch. `features` is what a sample has before its label.
 */
export function inputReader(layer: Layer, features: number): string {
  if (layer.index > 0) {
    return `
int inputKey(int row) {
  return row;
}
vec4 inputQuad(int key, int quad) {
  return texelFetch(below, ivec2(quad, key), 0);
}`;
  }
  return `${sampleReader(features)}
${orderReader}
int inputKey(int row) {
  return sampleOf(row);
}
vec4 inputQuad(int key, int quad) {
  return samplesQuad(key, quad);
}`;
}
