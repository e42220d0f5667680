import type { Share } from './secretSharing.ts';

/** The first message of a client: its public keys for this round. */
export interface Advertisement {
  /** 1 to 255. */
  readonly seat: number;
  /** For the masks that two clients share. */
  readonly maskKey: Uint8Array;
  /** For the shares that pass through the server. */
  readonly sealKey: Uint8Array;
}

/** Shares of one client's secrets for another one, which the server cannot read. */
export interface SealedShares {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** Who has sent a masked vector, and who has shared but not sent. */
export interface Outcome {
  readonly survivors: readonly number[];
  readonly dropped: readonly number[];
}

/** A share of a secret of the client in the seat `of`. */
export interface RevealedShare {
  readonly of: number;
  readonly share: Share;
}

/** The last message of a client. */
export interface Unmasking {
  /** Of the survivors' own masks. */
  readonly seeds: readonly RevealedShare[];
  /** Of the dropped clients' secret keys, with which their masks are found. */
  readonly keys: readonly RevealedShare[];
}

/** Shares without which no secret comes back: more than half of the clients. */
export function thresholdOf(clients: number): number {
  return Math.floor(clients / 2) + 1;
}

/** Clients without which a sum would say too much of each. */
export const leastClients = 3;
