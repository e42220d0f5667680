import { quadsFor } from './glsl.ts';

/**
 * `vec4 gradientSums(int row, int quad)`: four entries of a row of a layer's gradient, summed over
 * the mini-batch; row `inputs` is that of the biases. From `inputQuad` and the texture `error`,
 * whose rows beyond the mini-batch are 0: so they may be taken by four.
 */
export function gradientSums(inputs: number): string {
  const term = (b: string) =>
    `sums += (bias + dot(lane, inputQuad(${b}, column))) * texelFetch(error, ivec2(quad, ${b}), 0);`;
  return `
vec4 gradientSums(int row, int quad) {
  float bias = row == ${inputs} ? 1.0 : 0.0;
  vec4 lane = (1.0 - bias) * vec4(equal(ivec4(row & 3), ivec4(0, 1, 2, 3)));
  int column = min(row >> 2, ${quadsFor(inputs) - 1});
  vec4 sums = vec4(0.0);
  for (int b = 0; b < counts[1]; b += 4) {
    ${['b', 'b + 1', 'b + 2', 'b + 3'].map(term).join('\n    ')}
  }
  return sums;
}`;
}
