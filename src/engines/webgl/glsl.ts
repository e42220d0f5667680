import type { Activation } from '../../learning/activations/activation.ts';

/*
 * Pieces of GLSL ES 3.00 from which the programs are put together. All matrices are textures whose
 * texels hold four columns of a row ("quads"); columns beyond the last are always 0.
 */

/** Texels in a row of a texture that holds a list. A power of two: see `listQuad`. */
export const listWidth = 256;

/** Quads in a row of that many columns. */
export function quadsFor(columns: number): number {
  return Math.ceil(columns / 4);
}

/** `vec4 name(int quad)`: entries 4·quad … 4·quad + 3 of a list. */
function listQuad(name: string, texture: string): string {
  return `
vec4 ${name}(int quad) {
  return texelFetch(${texture}, ivec2(quad & ${listWidth - 1}, quad >> ${Math.log2(listWidth)}), 0);
}`;
}

/** `vec4 samplesQuad(int index, int quad)`: features and then the label of a sample. */
export function sampleReader(features: number): string {
  return `${listQuad('samplesListQuad', 'samples')}
vec4 samplesQuad(int index, int quad) {
  return samplesListQuad(index * ${quadsFor(features + 1)} + quad);
}
int labelOf(int index) {
  return int(samplesQuad(index, ${features >> 2}).${lanes[features & 3]});
}`;
}

/** `int sampleOf(int row)`: which sample stands in that row of the mini-batch. */
export const orderReader = `${listQuad('orderListQuad', 'order')}
int sampleOf(int row) {
  int place = counts[0] + row;
  vec4 lane = vec4(equal(ivec4(place & 3), ivec4(0, 1, 2, 3)));
  return int(dot(lane, orderListQuad(place >> 2)));
}`;

export const lanes = ['x', 'y', 'z', 'w'] as const;

/** `vec4 stackQuad(int row, int quad)`: parameters and updater state of a layer. */
export const stackReader = `
vec4 stackQuad(int row, int quad) {
  return texelFetch(stack, ivec2(quad, row), 0);
}`;

/**
 * `vec4 weightedSums(int row, int quad)`: bias + inputs · weights for four units, where
 * `inputQuad(row, q)` gives the inputs.
 */
export function weightedSums(inputs: number): string {
  const full = inputs >> 2;
  const rest = lanes
    .slice(0, inputs & 3)
    .map((lane, k) => `sums += rest.${lane} * stackQuad(${4 * full + k}, quad);`);
  return `
vec4 weightedSums(int row, int quad) {
  vec4 sums = stackQuad(${inputs}, quad);
  for (int q = 0; q < ${full}; q++) {
    vec4 x = inputQuad(row, q);
    int i = 4 * q;
    sums += x.x * stackQuad(i, quad) + x.y * stackQuad(i + 1, quad)
      + x.z * stackQuad(i + 2, quad) + x.w * stackQuad(i + 3, quad);
  }
  ${rest.length > 0 ? `vec4 rest = inputQuad(row, ${full});` : ''}
  ${rest.join('\n  ')}
  return sums;
}`;
}

/** `vec4 onlyColumns(vec4 values, int quad)`: 0 in the columns beyond the last. */
export function onlyColumns(columns: number): string {
  const body =
    columns % 4 === 0
      ? 'return values;'
      : `return mix(vec4(0.0), values, lessThan(4 * quad + ivec4(0, 1, 2, 3), ivec4(${columns})));`;
  return `
vec4 onlyColumns(vec4 values, int quad) {
  ${body}
}`;
}

/** `vec4 activation(vec4 z)`. NaN stays NaN, though some processors make a number of e^NaN. */
export function activationValue({ glslValue }: Activation): string {
  return `
float activationOf(float z) {
  return ${glslValue};
}
vec4 activation(vec4 z) {
  vec4 a = vec4(activationOf(z.x), activationOf(z.y), activationOf(z.z), activationOf(z.w));
  return mix(a, z, isnan(z));
}`;
}

/** `vec4 slope(vec4 z, vec4 a)`; `z` counts only for activations whose slope needs it. */
export function activationSlope({ glslSlope }: Activation): string {
  return `
float slopeOf(float z, float a) {
  return ${glslSlope};
}
vec4 slope(vec4 z, vec4 a) {
  return vec4(slopeOf(z.x, a.x), slopeOf(z.y, a.y), slopeOf(z.z, a.z), slopeOf(z.w, a.w));
}`;
}

/**
 * `vec4 kept(vec4 values, int row, int quad)`: 0 for the units that dropout leaves out of that row,
 * else values / (1 − dropout). The hash of `keepsUnit` in learning/dropout.ts, for four units.
 */
export function dropoutMask(dropout: boolean): string {
  return dropout ? hashedMask : noMask;
}

const noMask = `
vec4 kept(vec4 values, int row, int quad) {
  return values;
}`;

const hashedMask = `
uvec4 mixBits(uvec4 bits) {
  bits = (bits ^ (bits >> 16)) * 0x7feb352du;
  bits = (bits ^ (bits >> 15)) * 0x846ca68bu;
  return bits ^ (bits >> 16);
}
vec4 kept(vec4 values, int row, int quad) {
  uvec4 units = uvec4(4 * quad) + uvec4(0, 1, 2, 3);
  uvec4 bits = mixBits(uint(counts[3]) ^ (uint(row << 16) | units)) >> 8;
  return factors[1] * values * vec4(greaterThanEqual(bits, uvec4(counts[2])));
}`;

/**
 * GLSL for `dividend / divisor`, whole numbers ≥ 0 and below 2^20. Through floats, since few
 * processors divide integers fast; the half keeps the quotient off the edges.
 */
export function divided(dividend: string, divisor: number): string {
  if (divisor === 1) return dividend;
  return `int((float(${dividend}) + 0.5) * ${(1 / divisor).toExponential(9)})`;
}
