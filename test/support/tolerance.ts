import { expect } from 'vitest';

/** How far a number may be off: absolute + relative · |expected|. */
export interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
}

/** Every number as expected, within the tolerance; numbers that are not finite exactly so. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: Tolerance,
): void {
  expect(actual.length).toBe(expected.length);
  const wrong = worst(actual, expected, tolerance);
  expect(wrong, `beyond ${tolerance.absolute} + ${tolerance.relative}·|expected|`).toBeUndefined();
}

/** The number that is the farthest out of tolerance, if any is. */
function worst(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: Tolerance) {
  let found: { index: number; actual: number; expected: number; excess: number } | undefined;
  for (let index = 0; index < expected.length; index++) {
    if (Object.is(actual[index], expected[index])) continue;
    const allowed = tolerance.absolute + tolerance.relative * Math.abs(expected[index]);
    const excess = Math.abs(actual[index] - expected[index]) / allowed;
    if (excess <= 1 || excess <= (found?.excess ?? 0)) continue;
    found = { index, actual: actual[index], expected: expected[index], excess };
  }
  return found;
}

/** The very same bits, signs of zeros included. */
export function expectSameBits(actual: Float32Array, expected: Float32Array): void {
  expect(bits(actual)).toEqual(bits(expected));
}

function bits(numbers: Float32Array): Uint32Array {
  return new Uint32Array(numbers.slice().buffer);
}
