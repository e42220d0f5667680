import type { RandomBytes } from '../privacy/platformNormal.ts';

/** One point of the polynomials that hide a secret. */
export interface Share {
  /** x: the seat that holds it, 1 to 255. */
  readonly seat: number;
  /** y, one byte for each of the secret. */
  readonly bytes: Uint8Array;
}

/**
 * Shares of a secret for these seats, of which any `threshold` give the secret back and fewer say
 * nothing: each byte is the value at 0 of a random polynomial over GF(256).
 * Source: Shamir, How to Share a Secret, 1979.
 * @param seats 1 to 255, none twice, at least `threshold`.
 */
export function shareSecret(
  secret: Uint8Array,
  seats: readonly number[],
  threshold: number,
  randomBytes: RandomBytes,
): Share[] {
  const others = Array.from({ length: threshold - 1 }, () => randomBytes(secret.length));
  return seats.map((seat) => {
    // Horner's rule, from the highest coefficient; the secret is the lowest.
    const bytes = new Uint8Array(secret.length);
    for (const coefficients of [...others, secret]) {
      bytes.forEach((y, i) => (bytes[i] = multiply(y, seat) ^ (coefficients[i] ?? 0)));
    }
    return { seat, bytes };
  });
}

/** The secret, by Lagrange's interpolation at 0; another one where shares are false or too few. */
export function joinShares(shares: readonly Share[]): Uint8Array {
  const secret = new Uint8Array(shares[0]?.bytes.length ?? 0);
  for (const { seat, bytes } of shares) {
    let weight = 1;
    for (const other of shares) {
      if (other.seat === seat) continue;
      weight = multiply(weight, multiply(other.seat, inverse(other.seat ^ seat)));
    }
    secret.forEach((sum, i) => (secret[i] = sum ^ multiply(bytes[i] ?? 0, weight)));
  }
  return secret;
}

/** In GF(256) modulo x⁸ + x⁴ + x³ + x + 1 (FIPS 197, section 4.2). */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    product ^= -((b >> bit) & 1) & a;
    a = (a << 1) ^ (-(a >> 7) & 0x11b);
  }
  return product;
}

/** a²⁵⁴ = 1 / a */
function inverse(a: number): number {
  let power = 1;
  for (let i = 0; i < 254; i++) power = multiply(power, a);
  return power;
}
