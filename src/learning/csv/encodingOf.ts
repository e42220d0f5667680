/** Encodings that files of samples come in, by the names that `TextDecoder` has for them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that are looked at. */
const looked = 64;

/**
 * The encoding of a file with this start: UTF-16 where it begins with that byte order mark, or where
 * every second byte of its start is 0 and no other is, as where characters of ASCII take two bytes.
 */
export function encodingOf(start: Uint8Array): Encoding {
  const [first = 0, second = 0] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(start.length, looked) / 2);
  const zeros = (offset: number) =>
    start.subarray(0, 2 * pairs).filter((byte, i) => i % 2 === offset && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (pairs === 0 || Math.max(even, odd) < pairs || Math.min(even, odd) > 0) return 'utf-8';
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}
