import { lanes } from './glsl.ts';

/**
 * `vec4 gradientSums(int unit, int quad)`: the gradient of four parameters of a unit, summed over
 * the mini-batch; the bias follows the weights. From `inputRows` and the texture `error`,
 * which is 0 in the rows beyond the mini-batch.
 */
export function gradientSums(inputs: number): string {
  const full = inputs >> 2;
  const rest = inputs & 3;
  const weights = lanes.map((_, k) => `dot(e, inputRows(4 * quad + ${k}, rows))`);
  const last = lanes.map((_, k) => {
    if (k === rest) return 'dot(e, vec4(1.0))';
    return k < rest ? `dot(e, inputRows(${4 * full + k}, rows))` : '0.0';
  });
  const lastQuad = overRows(last);
  return `
vec4 gradientSums(int unit, int quad) {
  vec4 sums = vec4(0.0);
  ${full === 0 ? lastQuad : `if (quad < ${full}) {${overRows(weights)}} else {${lastQuad}}`}
  return sums;
}`;
}

function overRows(values: readonly string[]): string {
  return `
  for (int rows = 0; 4 * rows < counts[1]; rows++) {
    vec4 e = texelFetch(error, ivec2(unit, rows), 0);
    sums += vec4(${values.join(', ')});
  }`;
}
