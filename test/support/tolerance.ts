import { expect } from 'vitest';

/** How far a number may be off: absolute + relative · |expected|. */
export interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
}

/** Expects every number within the tolerance, and numbers that are not finite to be equal. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: Tolerance,
): void {
  expect(actual.length).toBe(expected.length);
  const wrong = worst(actual, expected, tolerance);
  expect(wrong, `beyond ${tolerance.absolute} + ${tolerance.relative}·|expected|`).toBeUndefined();
}

/** The number that is farthest beyond the tolerance, or undefined. */
function worst(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: Tolerance) {
  let found: { index: number; actual: number; expected: number; excess: number } | undefined;
  for (let index = 0; index < expected.length; index++) {
    const [got = NaN, wanted = NaN] = [actual[index], expected[index]];
    if (Object.is(got, wanted)) continue;
    const allowed = tolerance.absolute + tolerance.relative * Math.abs(wanted);
    const excess = Math.abs(got - wanted) / allowed;
    if (excess <= 1 || excess <= (found?.excess ?? 0)) continue;
    found = { index, actual: got, expected: wanted, excess };
  }
  return found;
}

/** Expects the same bits, including the signs of zeros. */
export function expectSameBits(actual: Float32Array, expected: Float32Array): void {
  expect(bits(actual)).toEqual(bits(expected));
}

function bits(numbers: Float32Array): Uint32Array {
  return new Uint32Array(numbers.slice().buffer);
}
