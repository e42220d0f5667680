import type { PlanText } from '../settings/roomPlan.ts';
import type { Answer } from '../room/roomEvents.ts';

/** The messages of a room, beside the frames; docs/protocol.md has their rules, M1 …. */

/** M1 */
export const messageVersion = 1;

/** Why someone is not let in. */
export type RefusalReason =
  /** The other end is older or newer. */
  | 'version'
  /** A message that is not written as it should be. */
  | 'message'
  /** There is no room with that code, or the owner's token is another one. */
  | 'code'
  /** Too many wrong codes from this address, or from everywhere. */
  | 'tries'
  | 'locked'
  | 'full'
  | 'removed'
  /** The plan of a new room cannot be used. */
  | 'plan';

export interface Refused {
  readonly refused: RefusalReason;
  /** For the user, a full sentence. */
  readonly sentence: string;
}

/** A device asks for a seat, or for its seat again. */
export interface Hello {
  readonly version: number;
  readonly code: string;
  readonly name: string;
  /** M3: 32 hexadecimal digits that the device has drawn and keeps; who has them has the seat. */
  readonly token: string;
}

/** What the teacher has everybody do. */
export type Lesson =
  | { readonly kind: 'free' }
  /** Screens are calm. */
  | { readonly kind: 'lookUp' }
  /** Everybody for himself, so many milliseconds more. */
  | { readonly kind: 'try'; readonly left: number }
  /** A page of this site, by its address relative to the root: `learn/#what-learns`. */
  | { readonly kind: 'goTo'; readonly address: string }
  /** The boundary of one device. */
  | { readonly kind: 'show'; readonly seat: string };

/** What a device has to know of itself and the room; sent again whenever it changes. */
export interface SeatState {
  readonly seat: string;
  /** As the room shows it. */
  readonly name: string;
  /** Which hand of the deal it holds: 0 to places − 1. */
  readonly place: number;
  readonly places: number;
  readonly plan: PlanText;
  /** Name of a poison, or empty: the harm that the teacher has this device do. */
  readonly poison: string;
  readonly lesson: Lesson;
  readonly isPaused: boolean;
}

/** What goes with a model. */
export interface ModelNote {
  /** Whether the round waits for this device. */
  readonly asked: boolean;
  /** Milliseconds until the deadline; 0 where no round is open. */
  readonly left: number;
}

/** M8: where a device is in the round that is open. */
export type SeatCondition = 'waiting' | 'training' | 'sent' | 'silent' | 'gone';

/** A device as the teacher sees it, with its line of the ledger. */
export interface SeatLine {
  readonly seat: string;
  readonly name: string;
  readonly place: number;
  readonly condition: SeatCondition;
  readonly poison: string;
  /** Updates that counted, and those that were refused with the reason of the last one. */
  readonly updates: number;
  readonly refused: number;
  readonly fault: string;
  /** Bytes of frames, and numbers in them, that left the device and came to it. */
  readonly bytesUp: number;
  readonly numbersUp: number;
  readonly bytesDown: number;
  /** M9: samples that left the device. */
  readonly rawSamples: 0;
  /** Samples that its last update was learned from. */
  readonly samples: number;
}

/** How a round ended. */
export interface RoundLine {
  readonly round: number;
  /** Updates that were combined; 0 where it was abandoned. */
  readonly updates: number;
  /** Why the model is as before, a full sentence; empty when it was changed. */
  readonly abandoned: string;
  /** ε of all rounds so far; undefined without noise. */
  readonly epsilon?: number | undefined;
}

/** The room as the teacher sees it; sent whenever it changes, a few times a second at most. */
export interface Board {
  readonly code: string;
  /** Addresses of this site for other devices, with a slash at the end. */
  readonly addresses: readonly string[];
  readonly plan: PlanText;
  /** The round that is open, or the next one. */
  readonly round: number;
  readonly isOpen: boolean;
  /** Milliseconds until its deadline. */
  readonly left: number;
  readonly isPaused: boolean;
  readonly isLocked: boolean;
  readonly lesson: Lesson;
  readonly seats: readonly SeatLine[];
  readonly lastRound?: RoundLine | undefined;
}

/** A teacher opens a room. */
export interface Opening {
  readonly version: number;
  readonly plan: PlanText;
}

/** Its teacher has it, now or again; `owner` is a secret, with which the teacher comes back. */
export interface Opened {
  readonly owner: string;
  readonly board: Board;
}

/** The teacher comes back. */
export interface Owning {
  readonly version: number;
  readonly code: string;
  readonly owner: string;
}

/** M7: what a teacher may tell the room. */
export type Command =
  | { readonly kind: 'pause' | 'resume' | 'lock' | 'unlock' | 'reset' | 'end' }
  /** Ends the round that is open now, or makes one round where the room is paused. */
  | { readonly kind: 'nextRound' }
  | { readonly kind: 'remove'; readonly seat: string }
  | { readonly kind: 'rename'; readonly seat: string; readonly name: string }
  | { readonly kind: 'poison'; readonly seat: string; readonly poison: string }
  /** With another data set or network the class begins anew. */
  | { readonly kind: 'plan'; readonly plan: PlanText }
  | { readonly kind: 'lesson'; readonly lesson: Lesson };

/** What is asked of the server, and what it answers. */
export interface Asks {
  readonly hello: { readonly value: Hello; readonly answer: SeatState | Refused };
  /** A frame; `rate` where too many messages came. */
  readonly update: { readonly value: Uint8Array; readonly answer: Answer | 'rate' };
  readonly leave: { readonly value: null; readonly answer: null };
  readonly open: { readonly value: Opening; readonly answer: Opened | Refused };
  readonly own: { readonly value: Owning; readonly answer: Opened | Refused };
  /** Answered by an empty text, or by a sentence why it cannot be done. */
  readonly command: { readonly value: Command; readonly answer: string };
}

/** What the server tells. */
export interface Tells {
  /** To devices and teachers: a frame with the model. */
  readonly model: readonly [frame: Uint8Array, note: ModelNote];
  readonly state: readonly [state: SeatState];
  /** It is over for this device or teacher: a full sentence. It does not ask again by itself. */
  readonly over: readonly [sentence: string];
  readonly board: readonly [board: Board];
  /** To teachers: the frame of an update that counts, to show the device's own boundary. */
  readonly change: readonly [seat: string, frame: Uint8Array];
}

/** The way to the server, whatever carries it; it comes back by itself when it is lost. */
export interface RoomSocket {
  /** Rejects where no answer comes. */
  ask<Name extends keyof Asks>(
    name: Name,
    value: Asks[Name]['value'],
  ): Promise<Asks[Name]['answer']>;
  on<Name extends keyof Tells>(name: Name, listener: (...values: Tells[Name]) => void): void;
  /** Called each time the way is there, and each time it is lost. */
  onconnection(listener: (isConnected: boolean) => void): void;
  close(): void;
}

export function isRefused(answer: object): answer is Refused {
  return 'refused' in answer;
}
