import { agreedKey } from './keys.ts';
import { addMask, signOf } from './masks.ts';
import { joinShares } from './secretSharing.ts';
import {
  type Advertisement,
  type RevealedShare,
  thresholdOf,
  type Unmasking,
} from './secureMessages.ts';

/** What the server has at the end of a round. */
export interface MaskedRound {
  /** Of all clients that have advertised. */
  readonly advertisements: readonly Advertisement[];
  /** The masked vectors of the survivors, by seat. */
  readonly masked: ReadonlyMap<number, Uint32Array>;
  /** Clients that have shared their secrets, and sent no vector. */
  readonly dropped: readonly number[];
  readonly unmaskings: readonly Unmasking[];
}

/**
 * The sum of the survivors' vectors, modulo 2^32; undefined where fewer than the threshold have
 * revealed their shares.
 */
export function unmaskSum(round: MaskedRound): Uint32Array | undefined {
  const { advertisements, masked, dropped, unmaskings } = round;
  const threshold = thresholdOf(advertisements.length);
  if (unmaskings.length < threshold || masked.size < threshold) return undefined;
  const sum = new Uint32Array(Array.from(masked.values())[0]?.length ?? 0);
  for (const vector of masked.values()) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  const seeds = unmaskings.flatMap((one) => one.seeds);
  const keys = unmaskings.flatMap((one) => one.keys);
  for (const seat of masked.keys()) addMask(sum, secretOf(seeds, seat, threshold), -1);
  for (const seat of dropped) {
    const secretKey = secretOf(keys, seat, threshold);
    for (const { seat: other, maskKey } of advertisements) {
      if (!masked.has(other)) continue;
      addMask(sum, agreedKey(secretKey, maskKey, 'mask'), signOf(other, seat) === 1 ? -1 : 1);
    }
  }
  return sum;
}

function secretOf(revealed: readonly RevealedShare[], seat: number, threshold: number) {
  const shares = revealed.flatMap(({ of, share }) => (of === seat ? share : []));
  return joinShares(shares.slice(0, threshold));
}
