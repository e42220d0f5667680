import { lanes, quadsFor } from './glsl.ts';

/**
 * `vec4 softmax(int key, int quad)`: class probabilities in that quad of the output layer, from
 * `weightedSums`. The largest sum is taken off first, so that nothing overflows.
 */
export function softmax(classes: number): string {
  const { read, largest, total } = exponentials(classes);
  return `
vec4 softmax(int key, int quad) {
  ${read}
  float largest = ${largest};
  float total = ${total};
  return onlyColumns(exp((${quadOfSums(classes, 'quad')}) - largest) / total, quad);
}`;
}

/** `float lossOf(int key, int label)`: −ln p(label) = ln Σ e^z − z(label). */
export function negativeLogLikelihood(classes: number): string {
  const { read, largest, total } = exponentials(classes);
  return `
float lossOf(int key, int label) {
  ${read}
  float largest = ${largest};
  float total = ${total};
  vec4 lane = vec4(equal(ivec4(label & 3), ivec4(0, 1, 2, 3)));
  return log(total) + largest - dot(lane, ${quadOfSums(classes, '(label >> 2)')});
}`;
}

function exponentials(classes: number) {
  const quads = Array.from({ length: quadsFor(classes) }, (_, q) => q);
  const sums = Array.from({ length: classes }, (_, k) => `z${k >> 2}.${lanes[k & 3]}`);
  return {
    read: quads.map((q) => `vec4 z${q} = weightedSums(key, ${q});`).join('\n  '),
    largest: sums.reduce((all, one) => `max(${all}, ${one})`),
    total: sums.map((sum) => `exp(${sum} - largest)`).join(' + '),
  };
}

function quadOfSums(classes: number, quad: string): string {
  const names = Array.from({ length: quadsFor(classes) }, (_, q) => `z${q}`);
  return names.reduceRight((others, one, q) => `${quad} == ${q} ? ${one} : ${others}`);
}
