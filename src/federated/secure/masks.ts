import { chacha20 } from '@noble/ciphers/chacha.js';

/** All keys are used for one message, so the nonce need not differ. */
export const nonce = new Uint8Array(12);

/** As many random numbers of 32 bits as the key gives with ChaCha20 (RFC 8439). */
function maskOf(key: Uint8Array, count: number): Uint32Array {
  const bytes = chacha20(key, nonce, new Uint8Array(4 * count));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(4 * i, true));
}

/** target ← target ± mask of the key, modulo 2^32 */
export function addMask(target: Uint32Array, key: Uint8Array, sign: 1 | -1): void {
  const mask = maskOf(key, target.length);
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + sign * (mask[i] ?? 0);
}

/** Whether the first of two clients adds or subtracts the mask that both know. */
export function signOf(own: number, other: number): 1 | -1 {
  return own < other ? 1 : -1;
}
