/**
 * `vec4 gradientSums(int row, int quad)`: four entries of a row of a layer's gradient, summed over
 * the mini-batch; row `inputs` is that of the biases. From `inputQuad` and the texture `error`.
 */
export function gradientSums(inputs: number): string {
  return `
vec4 gradientSums(int row, int quad) {
  vec4 sums = vec4(0.0);
  vec4 lane = vec4(equal(ivec4(row & 3), ivec4(0, 1, 2, 3)));
  if (row == ${inputs}) {
    for (int b = 0; b < counts[1]; b++) sums += texelFetch(error, ivec2(quad, b), 0);
    return sums;
  }
  for (int b = 0; b < counts[1]; b++) {
    float x = dot(lane, inputQuad(inputKey(b), row >> 2));
    sums += x * texelFetch(error, ivec2(quad, b), 0);
  }
  return sums;
}`;
}
