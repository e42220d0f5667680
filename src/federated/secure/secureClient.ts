import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { RandomBytes } from '../privacy/platformNormal.ts';
import { agreedKey, createKeyPair, type KeyPair } from './keys.ts';
import { addMask, nonce, signOf } from './masks.ts';
import { shareSecret } from './secretSharing.ts';
import {
  type Advertisement,
  leastClients,
  type Outcome,
  type RevealedShare,
  type SealedShares,
  thresholdOf,
  type Unmasking,
} from './secureMessages.ts';

const secretBytes = 32;

/**
 * A client's side of one round of secure aggregation: the server learns the sum of the vectors and
 * nothing else, as long as it does not lie and more than half of the clients stay apart from it.
 * Source: Bonawitz et al., Practical Secure Aggregation for Privacy-Preserving Machine Learning, CCS
 * 2017, without the signatures against a lying server.
 */
export class SecureClient {
  readonly #seat: number;
  readonly #randomBytes: RandomBytes;
  readonly #maskKeys: KeyPair;
  readonly #sealKeys: KeyPair;
  /** The seed of the client's own mask. */
  readonly #seed: Uint8Array;
  #others: readonly Advertisement[] = [];
  /** Shares of the others' secrets: seed, then key. */
  readonly #held = new Map<number, Uint8Array>();
  #isMasked = false;
  #isUnmasked = false;

  /** @param seat 1 to 255 */
  constructor(seat: number, randomBytes: RandomBytes) {
    this.#seat = seat;
    this.#randomBytes = randomBytes;
    this.#maskKeys = createKeyPair(randomBytes);
    this.#sealKeys = createKeyPair(randomBytes);
    this.#seed = randomBytes(secretBytes);
  }

  get advertisement(): Advertisement {
    const { publicKey: maskKey } = this.#maskKeys;
    return { seat: this.#seat, maskKey, sealKey: this.#sealKeys.publicKey };
  }

  /**
   * Shares of its secrets for all others.
   * @param all advertisements, its own among them.
   * @throws RangeError for too few clients, or two in one seat.
   */
  share(all: readonly Advertisement[]): SealedShares[] {
    const seats = all.map(({ seat }) => seat);
    if (new Set(seats).size < seats.length || !seats.includes(this.#seat)) {
      throw new RangeError('Expected each seat once, its own among them.');
    }
    if (seats.length < leastClients) {
      throw new RangeError(`Expected at least ${leastClients} clients, got ${seats.length}.`);
    }
    this.#others = all.filter(({ seat }) => seat !== this.#seat);
    const threshold = thresholdOf(seats.length);
    const seeds = shareSecret(this.#seed, seats, threshold, this.#randomBytes);
    const keys = shareSecret(this.#maskKeys.secretKey, seats, threshold, this.#randomBytes);
    return seats.flatMap((to, i) => {
      const bytes = Uint8Array.of(...(seeds[i]?.bytes ?? []), ...(keys[i]?.bytes ?? []));
      if (to === this.#seat) {
        this.#held.set(to, bytes);
        return [];
      }
      return [{ from: this.#seat, to, bytes: this.#sealed(this.#seat, to).encrypt(bytes) }];
    });
  }

  /**
   * The vector with its masks: random numbers to everybody who does not know these.
   * @param received the shares of those that are in the round.
   * @throws Error for shares that were changed on the way, or a second vector.
   */
  mask(vector: Uint32Array, received: readonly SealedShares[]): Uint32Array {
    if (this.#isMasked) throw new Error('Expected one vector in a round.');
    this.#isMasked = true;
    for (const { from, bytes } of received) {
      this.#held.set(from, this.#sealed(from, this.#seat).decrypt(bytes));
    }
    if (this.#held.size < thresholdOf(this.#others.length + 1)) {
      throw new Error('Expected shares of more than half of the clients.');
    }
    const masked = vector.slice();
    addMask(masked, this.#seed, 1);
    for (const { seat, maskKey } of this.#others) {
      if (!this.#held.has(seat)) continue;
      addMask(
        masked,
        agreedKey(this.#maskKeys.secretKey, maskKey, 'mask'),
        signOf(this.#seat, seat),
      );
    }
    return masked;
  }

  /**
   * Of each other client either the share of its seed or that of its key, never both: with both, the
   * server could take the masks off a single vector.
   * @throws RangeError for an outcome with too few survivors, or with a seat twice.
   */
  unmask({ survivors, dropped }: Outcome): Unmasking {
    const named = [...survivors, ...dropped];
    const isWhole = named.length === this.#held.size && named.every((seat) => this.#held.has(seat));
    if (!isWhole || new Set(named).size < named.length || this.#isUnmasked) {
      throw new RangeError('Expected each client of the round once, and one outcome.');
    }
    if (survivors.length < thresholdOf(this.#others.length + 1)) {
      throw new RangeError('Expected more than half of the clients to have sent.');
    }
    this.#isUnmasked = true;
    return {
      seeds: survivors.map((of) => this.#reveal(of, 0)),
      keys: dropped.map((of) => this.#reveal(of, secretBytes)),
    };
  }

  #reveal(of: number, first: number): RevealedShare {
    const bytes = this.#held.get(of)?.slice(first, first + secretBytes) ?? new Uint8Array();
    return { of, share: { seat: this.#seat, bytes } };
  }

  /** One key for each direction, so that each is used once. */
  #sealed(from: number, to: number) {
    const other = from === this.#seat ? to : from;
    const sealKey = this.#others.find(({ seat }) => seat === other)?.sealKey ?? new Uint8Array(32);
    const key = agreedKey(this.#sealKeys.secretKey, sealKey, `seal ${from} ${to}`);
    return chacha20poly1305(key, nonce);
  }
}
