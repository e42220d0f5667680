import type { Activation } from '../../learning/activations/activation.ts';

/*
 * Pieces of GLSL ES 3.00 from which the programs are composed. A texel holds a "quad" of four
 * numbers: four columns of a row, or in training four rows of a column.
 */

export const lanes = ['x', 'y', 'z', 'w'] as const;

/** Texels in a row of a texture that holds a list. A power of two: see `listQuad`. */
export const listWidth = 256;

/** The number of quads that hold that many numbers. */
export function quadsFor(numbers: number): number {
  return Math.ceil(numbers / 4);
}

/** `vec4 name(int quad)`: entries 4·quad … 4·quad + 3 of a list. */
export function listQuad(name: string, texture: string): string {
  return `
vec4 ${name}(int quad) {
  return texelFetch(${texture}, ivec2(quad & ${listWidth - 1}, quad >> ${Math.log2(listWidth)}), 0);
}`;
}

/** `vec4 sampleQuad(int index, int quad)`: features and then the label of a sample. */
export function sampleReader(features: number): string {
  return `${listQuad('samplesListQuad', 'samples')}
vec4 sampleQuad(int index, int quad) {
  return samplesListQuad(index * ${quadsFor(features + 1)} + quad);
}
int labelOf(int index) {
  return int(sampleQuad(index, ${features >> 2}).${lanes[features & 3]});
}`;
}

/** `ivec4 samplesOf(int rows)`: indices of the samples in four rows of the mini-batch. */
export const orderReader = `${listQuad('orderListQuad', 'order')}
ivec4 samplesOf(int rows) {
  return ivec4(orderListQuad(counts[0] + rows));
}`;

/**
 * `vec4 stackQuad(int unit, int quad)`: parameters of a unit. The bias follows the weights, and
 * zeros fill up its quad.
 */
export const stackReader = `
vec4 stackQuad(int unit, int quad) {
  return texelFetch(stack, ivec2(quad, unit), 0);
}`;

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

/** `vec4 activation(vec4 z)`. NaN stays NaN, although on some processors e^NaN is a number. */
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

/** `vec4 slope(vec4 z, vec4 a)`; `z` is used only by activations whose slope needs it. */
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
 * `vec4 kept(vec4 values, int rows, int unit)`: per row 0 where dropout removes the unit, else
 * value / (1 − dropout). The hash of `keepsUnit` in learning/dropout.ts, for four rows.
 */
export function dropoutMask(dropout: boolean): string {
  return dropout ? hashedMask : noMask;
}

const noMask = `
vec4 kept(vec4 values, int rows, int unit) {
  return values;
}`;

const hashedMask = `
uvec4 mixBits(uvec4 bits) {
  bits = (bits ^ (bits >> 16)) * 0x7feb352du;
  bits = (bits ^ (bits >> 15)) * 0x846ca68bu;
  return bits ^ (bits >> 16);
}
vec4 kept(vec4 values, int rows, int unit) {
  uvec4 row = uvec4(4 * rows) + uvec4(0, 1, 2, 3);
  uvec4 bits = mixBits(uint(counts[3]) ^ ((row << 16) | uint(unit))) >> 8;
  return factors[1] * values * vec4(greaterThanEqual(bits, uvec4(counts[2])));
}`;

/**
 * GLSL for `dividend / divisor`, whole numbers ≥ 0 and below 2^20. It divides floats, because
 * integer division is slow on most graphics processors; adding ½ keeps rounding away from whole
 * quotients.
 */
export function divided(dividend: string, divisor: number): string {
  if (divisor === 1) return dividend;
  return `int((float(${dividend}) + 0.5) * ${(1 / divisor).toExponential(9)})`;
}
