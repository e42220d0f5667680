/** RFC 4648, section 5: base64url, without padding. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const values: ReadonlyMap<string, number> = new Map(
  Array.from(alphabet, (sign, value) => [sign, value]),
);

/** Bytes as text that may stand in a link. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const word = (first << 16) | (second << 8) | third;
    const signs = Math.min(4, bytes.length - at + 1);
    for (let i = 0; i < signs; i++) text += alphabet[(word >> (18 - 6 * i)) & 63] ?? '';
  }
  return text;
}

/** The bytes of such a text; undefined for a text that `base64Of` does not write. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [word, bits, at] = [0, 0, 0];
  for (const sign of text) {
    const value = values.get(sign);
    if (value === undefined) return undefined;
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (word >> bits) & 0xff;
  }
  return (word & (2 ** bits - 1)) === 0 ? bytes : undefined;
}
