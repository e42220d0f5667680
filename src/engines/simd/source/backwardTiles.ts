import { multiplyAdd } from './multiplyAdd.ts';
import { unroll } from './unroll.ts';

/** e[input] = e[input] · Σ w[input][unit] · error[unit], for that many vectors of rows. */
export function backwardTiles(vectors: number): string {
  return `
export function backward${vectors}(
  e: usize, errors: usize, stride: usize, weights: usize, inputs: i32, outputs: i32
): void {
  const pitch = <usize>outputs << 2;
  let input = 0;
  ${[4, 2, 1].map((inputs) => tile(inputs, vectors)).join('')}
}`;
}

function tile(inputs: number, vectors: number): string {
  const weights = Array.from({ length: inputs }, (_, i) => (i === 0 ? 'w' : `w + ${i} * pitch`));
  return `
  for (; input + ${inputs} <= inputs; input += ${inputs}) {
    ${unroll(inputs, (i) => unroll(vectors, (v) => `let s${i}${v} = f32x4.splat(0);`))}
    let x = errors;
    for (let w: usize = weights, end = weights + pitch; w < end; w += 4) {
      ${multiplyAdd(weights, vectors)}
      x += stride;
    }
    ${unroll(inputs, (i) => [
      unroll(
        vectors,
        (v) => `v128.store(e + ${16 * v}, f32x4.mul(s${i}${v}, v128.load(e + ${16 * v})));`,
      ),
      'e += stride;',
    ])}
    weights += ${inputs} * pitch;
  }`;
}
