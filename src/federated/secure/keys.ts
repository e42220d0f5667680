import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { RandomBytes } from '../privacy/platformNormal.ts';

/** For key agreement; both 32 bytes. */
export interface KeyPair {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

export function createKeyPair(randomBytes: RandomBytes): KeyPair {
  const secretKey = randomBytes(32);
  return { secretKey, publicKey: x25519.getPublicKey(secretKey) };
}

/**
 * 32 bytes that only the owners of both keys know, by X25519 (RFC 7748) and HKDF-SHA256 (RFC 5869).
 * @param purpose another one gives another key.
 * @throws Error for a public key of low order, which would give a key that everybody knows.
 */
export function agreedKey(
  secretKey: Uint8Array,
  publicKey: Uint8Array,
  purpose: string,
): Uint8Array {
  const info = Uint8Array.from(purpose, (character) => character.charCodeAt(0));
  return hkdf(sha256, x25519.getSharedSecret(secretKey, publicKey), undefined, info, 32);
}
