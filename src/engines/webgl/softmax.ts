import { lanes, quadsFor } from './glsl.ts';

/**
 * `vec4 softmax(int key, int quad)`: class probabilities in that quad of the output layer, from
 * `weightedSums`. The largest sum is taken off first, so that nothing overflows.
 */
export function softmax(classes: number): string {
  const quads = quadsFor(classes);
  const sums = Array.from({ length: classes }, (_, k) => `z${k >> 2}.${lanes[k & 3]}`);
  const largest = sums.reduce((all, one) => `max(${all}, ${one})`);
  const read = Array.from({ length: quads }, (_, q) => `vec4 z${q} = weightedSums(key, ${q});`);
  const total = sums.map((sum) => `exp(${sum} - largest)`).join(' + ');
  const own = Array.from({ length: quads }, (_, q) => `z${q}`).reduceRight(
    (others, one, q) => `quad == ${q} ? ${one} : ${others}`,
  );
  return `
vec4 softmax(int key, int quad) {
  ${read.join('\n  ')}
  float largest = ${largest};
  float total = ${total};
  return onlyColumns(exp((${own}) - largest) / total, quad);
}`;
}
