/** Bytes that are looked at. */
const looked = 64;

/**
 * Whether a file with this start is UTF-16: it begins with the byte order mark, or every second byte
 * of its start is 0 and no other is, as where characters of ASCII take two bytes each.
 */
export function looksLikeUtf16(start: Uint8Array): boolean {
  const [first = 0, second = 0] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const pairs = Math.floor(Math.min(start.length, looked) / 2);
  const zeros = (offset: number) =>
    start.subarray(0, 2 * pairs).filter((byte, i) => i % 2 === offset && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  return pairs > 0 && Math.max(even, odd) === pairs && Math.min(even, odd) === 0;
}
