import { writesSums } from './forwardProgram.ts';
import { activationSlope, dropoutMask, onlyColumns, quadsFor } from './glsl.ts';
import type { Layer } from './layers.ts';
import type { StepShape } from './trainingInputs.ts';

/**
 * `vec4 errorBelow(int row, int quad)`: error of a hidden layer, (error above · weights above,
 * transposed) × slope × dropout, from the textures `error` and `stack` of the layer above and the
 * layer's own outputs `below`.
 */
export function errorBelow(layer: Layer, above: Layer, shape: StepShape): string {
  const { activation, outputs } = layer;
  if (!activation) throw new Error('Nothing is above the output layer.');
  const sums = writesSums(layer)
    ? `texelFetch(below, ivec2(quad, row + ${shape.capacity}), 0)`
    : 'vec4(0.0)';
  return `${onlyColumns(outputs)}
${activationSlope(activation)}
${dropoutMask(shape.dropout)}
vec4 errorBelow(int row, int quad) {
  if (row >= counts[1]) return vec4(0.0);
  vec4 sums = vec4(0.0);
  for (int q = 0; q < ${quadsFor(above.outputs)}; q++) {
    vec4 e = texelFetch(error, ivec2(q, row), 0);
    sums += vec4(
      dot(e, stackQuad(4 * quad, q)), dot(e, stackQuad(4 * quad + 1, q)),
      dot(e, stackQuad(4 * quad + 2, q)), dot(e, stackQuad(4 * quad + 3, q)));
  }
  vec4 z = ${sums};
  vec4 a = texelFetch(below, ivec2(quad, row), 0) / factors[1];
  return onlyColumns(kept(sums * slope(z, a), row, quad), quad);
}`;
}
