import type { FrameFault } from '../wire/frame.ts';

/** What happens to a room; `at` is a time in milliseconds that never goes back. */
export type RoomEvent = { readonly at: number } & (
  | { readonly kind: 'join'; readonly seat: string }
  | { readonly kind: 'leave'; readonly seat: string }
  /** A frame that came from the client in a seat. */
  | { readonly kind: 'update'; readonly seat: string; readonly bytes: Uint8Array }
  /** Time has passed: due when `Room.wakeAt` has come. */
  | { readonly kind: 'tick' }
  /** The round that is open ends now, with what it has. */
  | { readonly kind: 'hurry' }
  /** No further round opens until `resume`; the one that is open ends as usual. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
);

/** What the sender of an update is told. */
export type Answer =
  | 'ok'
  /** It has sent one for this round already; the first one counts. */
  | 'dup'
  /** For a round that is over, or of an epoch that is. */
  | 'stale'
  /** For a round that has not begun. */
  | 'future'
  /** Much longer than those of the others. */
  | 'norm'
  /** No round is open, or the seat is not in it. */
  | 'closed'
  | FrameFault;

/** What is to be done after an event, in this order. */
export type RoomEffect =
  | { readonly kind: 'answer'; readonly seat: string; readonly answer: Answer }
  /** The room is full. */
  | { readonly kind: 'refused'; readonly seat: string }
  /** Send the frame to all seats; those in the cohort are waited for. */
  | {
      readonly kind: 'opened';
      readonly round: number;
      readonly cohort: readonly string[];
      readonly frame: Uint8Array<ArrayBuffer>;
      readonly deadline: number;
    }
  | { readonly kind: 'extended'; readonly round: number; readonly deadline: number }
  /** The model has changed: store `Room.snapshot` before anything else. */
  | { readonly kind: 'closed'; readonly round: number; readonly seats: readonly string[] }
  /** The model is as before. `reason` is a full sentence. */
  | { readonly kind: 'abandoned'; readonly round: number; readonly reason: string }
  /** It has been silent for too long; it is not waited for until it sends again. */
  | { readonly kind: 'silent'; readonly seat: string };
