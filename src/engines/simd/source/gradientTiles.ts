import { type LaneSum, addLaneSums, laneSums } from './laneSums.ts';
import { unroll } from './unroll.ts';

/**
 * g[input][unit] += Σ x[input] · error[unit] over `bytes` of rows, and g of the biases, whose row
 * follows, += Σ error[unit].
 */
export function gradientTiles(): string {
  return `
${laneSums}
export function addGradient(
  gradient: usize, values: usize, errors: usize, stride: usize, bytes: usize,
  inputs: i32, outputs: i32
): void {
  const pitch = <usize>outputs << 2;
  let unit = 0;
  ${columns(4, [2, 1])}
  ${columns(2, [4, 2, 1])}
  ${columns(1, [4, 1])}
}`;
}

/** A loop over the gradient by groups of that many columns; `heights`: rows of their tiles. */
function columns(units: number, heights: readonly number[]): string {
  return `
  for (; unit + ${units} <= outputs; unit += ${units}) {
    let g = gradient;
    let x = values;
    let input = 0;
    ${heights.map((inputs) => tile(inputs, units)).join('')}
    ${biases(units)}
    errors += ${units} * stride;
    gradient += ${4 * units};
  }`;
}

function tile(inputs: number, units: number): string {
  return `
    for (; input + ${inputs} <= inputs; input += ${inputs}) {
      ${unroll(inputs, (i) => unroll(units, (u) => `let s${i}${u} = f32x4.splat(0);`))}
      for (let row: usize = 0; row < bytes; row += 16) {
        ${unroll(units, (u) => `const e${u} = v128.load(${after('errors + row', u, 'stride')});`)}
        ${unroll(inputs, (i) => [
          `const x${i} = v128.load(${after('x + row', i, 'stride')});`,
          unroll(units, (u) => `s${i}${u} = f32x4.add(s${i}${u}, f32x4.mul(x${i}, e${u}));`),
        ])}
      }
      ${addLaneSums(cells(inputs, units), units)}
      x += ${inputs} * stride;
      g += ${inputs} * pitch;
    }`;
}

function biases(units: number): string {
  const sums = Array.from({ length: units }, (_, u) => sum(`s${u}`, 0, u));
  return `
    ${unroll(units, (u) => `let s${u} = f32x4.splat(0);`)}
    for (let row: usize = 0; row < bytes; row += 16) {
      ${unroll(units, (u) => {
        const address = after('errors + row', u, 'stride');
        return `s${u} = f32x4.add(s${u}, v128.load(${address}));`;
      })}
    }
    ${addLaneSums(sums, units)}`;
}

function cells(inputs: number, units: number): LaneSum[] {
  const all = Array.from({ length: inputs * units }, (_, cell) => cell);
  return all.map((cell) => {
    const input = Math.floor(cell / units);
    const unit = cell % units;
    return sum(`s${input}${unit}`, input, unit);
  });
}

function sum(vector: string, input: number, unit: number): LaneSum {
  return { vector, address: after(`g + ${4 * unit}`, input, 'pitch') };
}

function after(address: string, count: number, step: string): string {
  return count === 0 ? address : `${address} + ${count} * ${step}`;
}
