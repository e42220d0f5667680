import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits, as 32 hexadecimal digits. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}

/** What is kept of a token, so that who reads the room's file cannot take a seat. */
export function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** In the same time, whatever the token. */
export function fitsKey(token: string, key: string): boolean {
  const [one, other] = [Buffer.from(keyOf(token)), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}
