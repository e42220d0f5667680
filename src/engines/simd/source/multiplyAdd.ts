import { unroll } from './unroll.ts';

/**
 * One summand of the sums s[unit][vector] of a tile: loads a weight for each unit and a vector x
 * for each of the rows' vectors, and adds their products. Both are given by their addresses.
 */
export function multiplyAdd(weights: readonly string[], vectors: number): string {
  return [
    unroll(vectors, (v) => `const x${v} = v128.load(x + ${16 * v});`),
    unroll(weights.length, (u) => [
      `const w${u} = v128.load32_splat(${weights[u]});`,
      unroll(vectors, (v) => `s${u}${v} = f32x4.add(s${u}${v}, f32x4.mul(w${u}, x${v}));`),
    ]),
  ].join('\n');
}
