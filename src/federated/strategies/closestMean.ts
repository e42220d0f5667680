/**
 * The mean of the `count` values that are closest to a reference; of two that are equally close, the
 * first.
 * @throws RangeError where there are fewer values.
 */
export function closestMean(values: ArrayLike<number>, reference: number, count: number): number {
  if (count > values.length) {
    throw new RangeError(`expected at most ${values.length} values to choose, got ${count}`);
  }
  const byDistance = Float64Array.from(values).sort(
    (a, b) => Math.abs(a - reference) - Math.abs(b - reference),
  );
  return byDistance.subarray(0, count).reduce((sum, value) => sum + value, 0) / count;
}
