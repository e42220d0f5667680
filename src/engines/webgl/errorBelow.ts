import { writesSums } from './forwardProgram.ts';
import { activationSlope, dropoutMask } from './glsl.ts';
import type { Layer } from './layers.ts';
import type { StepShape } from './trainingInputs.ts';

/**
 * `vec4 errorBelow(int rows, int unit)`: error of a hidden layer, (error above · weights above,
 * transposed) × slope × dropout, from the textures `error` and `stack` of the layer above and the
 * layer's own outputs `below`.
 */
export function errorBelow(layer: Layer, above: Layer, { capacity, dropout }: StepShape): string {
  const { activation } = layer;
  if (!activation) throw new Error('The output layer has no layer above it.');
  const sums = writesSums(layer)
    ? `texelFetch(below, ivec2(unit, rows + ${capacity}), 0)`
    : 'vec4(0.0)';
  const outputs = dropout
    ? 'texelFetch(below, ivec2(unit, rows), 0) / factors[1]'
    : 'texelFetch(below, ivec2(unit, rows), 0)';
  return `${activationSlope(activation)}
${dropoutMask(dropout)}
vec4 errorBelow(int rows, int unit) {
  if (4 * rows >= counts[1]) return vec4(0.0);
  vec4 lane = vec4(equal(ivec4(unit & 3), ivec4(0, 1, 2, 3)));
  vec4 sums = vec4(0.0);
  for (int k = 0; k < ${above.outputs}; k++) {
    sums += dot(lane, stackQuad(k, unit >> 2)) * texelFetch(error, ivec2(k, rows), 0);
  }
  vec4 z = ${sums};
  vec4 a = ${outputs};
  return kept(sums * slope(z, a), rows, unit);
}`;
}
