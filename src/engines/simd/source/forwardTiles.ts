import { multiplyAdd } from './multiplyAdd.ts';
import { unroll } from './unroll.ts';

/** z[unit] = bias[unit] + Σ w[input][unit] · x[input], for that many vectors of rows. */
export function forwardTiles(vectors: number): string {
  return `
export function forward${vectors}(
  z: usize, inputs: usize, stride: usize, weights: usize, bias: usize, outputs: i32
): void {
  const pitch = <usize>outputs << 2;
  let unit = 0;
  ${[4, 2, 1].map((units) => tile(units, vectors)).join('')}
}`;
}

/** The biases follow the weights, so that a column of weights ends at its bias. */
function tile(units: number, vectors: number): string {
  const weights = Array.from({ length: units }, (_, u) => `w + ${4 * u}`);
  return `
  for (; unit + ${units} <= outputs; unit += ${units}) {
    ${unroll(units, (u) => [
      `let s${u}0 = v128.load32_splat(bias + ${4 * u});`,
      unroll(vectors - 1, (v) => `let s${u}${v + 1} = s${u}0;`),
    ])}
    let x = inputs;
    for (let w = weights; w < bias; w += pitch) {
      ${multiplyAdd(weights, vectors)}
      x += stride;
    }
    ${unroll(units, (u) => [
      unroll(vectors, (v) => `v128.store(z + ${16 * v}, s${u}${v});`),
      'z += stride;',
    ])}
    weights += ${4 * units};
    bias += ${4 * units};
  }`;
}
