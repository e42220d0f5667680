/**
 * How often each whole number from 0 to limit − 1 occurs.
 * @throws RangeError for any other number.
 */
export function countEach(values: Iterable<number>, limit: number): Uint32Array {
  const counts = new Uint32Array(limit);
  for (const value of values) {
    const count = counts[value];
    if (count === undefined) {
      throw new RangeError(`expected a whole number below ${limit}, got ${value}`);
    }
    counts[value] = count + 1;
  }
  return counts;
}
