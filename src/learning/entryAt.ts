/**
 * The entry of a list that is known to have one at that index.
 * @throws RangeError where it has none.
 */
export function entryAt<Entry>(list: readonly Entry[], index: number): Entry {
  const entry = list.at(index);
  if (index >= 0 && entry !== undefined) return entry;
  throw new RangeError(`expected an index below ${list.length}, got ${index}`);
}
