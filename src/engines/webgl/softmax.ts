import { lanes, quadsFor } from './glsl.ts';

/**
 * `vec4 softmax(int key, int quad)`: class probabilities in that quad of the output layer, from
 * `weightedSums`. The largest sum is subtracted first, so that nothing overflows.
 */
export function softmax(classes: number): string {
  return `
vec4 softmax(int key, int quad) {
  ${sumsAndTotal(classes)}
  return onlyColumns(exp((${quadOfSums(classes, 'quad')}) - largest) / total, quad);
}`;
}

/** `float lossOf(int key, int label)`: −ln p(label) = ln Σ e^z − z(label). */
export function negativeLogLikelihood(classes: number): string {
  return `
float lossOf(int key, int label) {
  ${sumsAndTotal(classes)}
  vec4 lane = vec4(equal(ivec4(label & 3), ivec4(0, 1, 2, 3)));
  return log(total) + (largest - dot(lane, ${quadOfSums(classes, '(label >> 2)')}));
}`;
}

/**
 * Weighted sums `z0`, `z1`, … by quad, the `largest` of them, and `total` = Σ e^(z − largest). On
 * some processors e^NaN is a number, which would hide a divergence; so where a sum is not finite,
 * `total` is set to NaN.
 */
function sumsAndTotal(classes: number): string {
  const quads = Array.from({ length: quadsFor(classes) }, (_, q) => q);
  const sums = Array.from({ length: classes }, (_, k) => `z${k >> 2}.${lanes[k & 3]}`);
  return `
  ${quads.map((q) => `vec4 z${q} = weightedSums(key, ${q});`).join('\n  ')}
  float largest = ${sums.reduce((all, one) => `max(${all}, ${one})`)};
  float total = ${sums.map((sum) => `exp(${sum} - largest)`).join(' + ')};
  float all = ${sums.join(' + ')};
  if (isnan(all) || isinf(all)) total = all - all;`;
}

function quadOfSums(classes: number, quad: string): string {
  const names = Array.from({ length: quadsFor(classes) }, (_, q) => `z${q}`);
  return names.reduceRight((others, one, q) => `${quad} == ${q} ? ${one} : ${others}`);
}
