import type { RoomStore } from './roomStore.ts';

/** A clock, and its timers. */
export interface RoomClock {
  /** Milliseconds that never go back. */
  now(): number;
  /** Gives what cancels the call. */
  later(call: () => void, milliseconds: number): () => void;
}

/** What the rooms of a server share. */
export interface Surroundings {
  readonly clock: RoomClock;
  readonly store: RoomStore;
  /** Of the site, for other devices. */
  readonly addresses: readonly string[];
  /** Takes a sentence for whoever looks after the server. */
  readonly complain: (sentence: string) => void;
  /** Seats of a room. */
  readonly mostSeats: number;
  /** Milliseconds between the openings of two rounds, at least. */
  readonly pace: number;
}
