/** The hash of no bytes, from which a hash begins. */
const emptyHash = 2166136261;

/**
 * A hash of 32 bits; given the hash of the bytes before, it continues it.
 * Source: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/.
 */
export function fnv1a(bytes: Iterable<number>, hash = emptyHash): number {
  let next = hash;
  for (const byte of bytes) next = Math.imul(next ^ byte, 16777619);
  return next >>> 0;
}
