import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernel } from '../../../../src/cli/compileKernel.ts';

/** Applies each function to floats in place, four at a time. */
const entry = `
import { exp, flush, log, tanh } from './kernel/vectorMath.ts';
export function exps(bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(i, exp(v128.load(i)));
}
export function logs(bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(i, log(v128.load(i)));
}
export function tanhs(bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(i, tanh(v128.load(i)));
}
export function flushes(bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(i, flush(v128.load(i)));
}`;

interface VectorMath {
  readonly memory: WebAssembly.Memory;
  exps(bytes: number): void;
  logs(bytes: number): void;
  tanhs(bytes: number): void;
  flushes(bytes: number): void;
}

type Name = Exclude<keyof VectorMath, 'memory'>;

let kernel: VectorMath;

beforeAll(async () => {
  const binary = await compileKernel('entry.ts', new Map([['entry.ts', entry]]));
  const module = await WebAssembly.compile(Uint8Array.from(binary));
  const instance = await WebAssembly.instantiate(module);
  kernel = instance.exports as unknown as VectorMath;
  kernel.memory.grow(256);
}, 120_000);

/** Every 2,039th of all floats (a prime, so that all low bits occur): two million of them. */
const everywhere = Float32Array.from(
  new Float32Array(Uint32Array.from({ length: 2106436 }, (_, i) => i * 2039).buffer),
);

/** Every float around the places where something changes: 0, 1, ends of ranges, powers of two. */
const turningPoints = Float32Array.from(
  [
    0,
    1.17549435e-38,
    0.625,
    0.70710678,
    1,
    Math.SQRT2,
    88.722839,
    87.33655,
    103.97208,
    3.4e38,
  ].flatMap((middle) => neighbours(middle).flatMap((x) => [x, -x])),
);

function neighbours(middle: number): number[] {
  const [bits = NaN] = new Uint32Array(Float32Array.of(middle).buffer);
  const around = Uint32Array.from({ length: 2000 }, (_, i) => Math.max(0, bits + i - 1000));
  return Array.from(new Float32Array(around.buffer));
}

function apply(name: Name, x: Float32Array): Float32Array {
  const count = Math.ceil(x.length / 4) * 4;
  const values = new Float32Array(kernel.memory.buffer, 0, count);
  values.set(x);
  kernel[name](4 * count);
  return values.slice(0, x.length);
}

/** Smaller results may be 0. */
const tiny = 2 ** -125;

/** The largest error over those floats, as a share of the true value. */
function largestError(name: Name, exact: (x: number) => number, inputs: Float32Array): number {
  const results = apply(name, inputs);
  let largest = 0;
  for (const [i, input] of inputs.entries()) {
    const expected = exact(input);
    const result = results[i] ?? NaN;
    if (Object.is(Math.fround(expected), result)) continue;
    if (Math.abs(expected) < tiny && result === 0) continue;
    const error = Math.abs(result - expected) / Math.abs(expected);
    if (!(error <= largest)) largest = error;
    if (Number.isNaN(error)) throw new Error(`${name}(${input}) = ${result}`);
  }
  return largest;
}

describe.each([
  { name: 'exps', exact: Math.exp, bound: 1e-7 },
  { name: 'logs', exact: Math.log, bound: 1e-7 },
  { name: 'tanhs', exact: Math.tanh, bound: 1.5e-7 },
] as const)('$name', ({ name, exact, bound }) => {
  test('stay within the stated error over all floats', () => {
    expect(largestError(name, exact, everywhere)).toBeLessThan(bound);
  });

  test('stay within it where something changes', () => {
    expect(largestError(name, exact, turningPoints)).toBeLessThan(bound);
  });

  test('have the limits of the exact function, and NaN of NaN', () => {
    const limits = Float32Array.of(-Infinity, -0, 0, Infinity, NaN);
    expect(apply(name, limits)).toEqual(limits.map(exact));
  });
});

test('e^x reaches from 2^-125 to the largest float', () => {
  const [gone, smallest = NaN, largest, beyond] = apply(
    'exps',
    Float32Array.of(-86.65, -86.6433, 88.7228, 88.73),
  );
  expect([gone, beyond]).toEqual([0, Infinity]);
  expect(smallest / tiny).toBeCloseTo(1, 3);
  expect(largest).toBeGreaterThan(3.4e38);
});

test('tiny numbers are flushed to 0, all others stay', () => {
  const smallest = 2 ** -110;
  const stays = Float32Array.of(smallest, -smallest, 1, -3e38, Infinity, -Infinity, NaN, 0);
  expect(apply('flushes', stays)).toEqual(stays);
  const below = Float32Array.of(smallest * (1 - 2 ** -24), -1e-34, 1e-40, -1e-45);
  expect(apply('flushes', below)).toEqual(new Float32Array(4));
});
