import type { ClassState } from '../../federated/classModel.ts';
import type { RoomSnapshot } from '../../federated/room/room.ts';
import { type PlanText, readPlan } from '../../federated/settings/roomPlan.ts';
import type { Lesson } from '../../federated/wire/roomMessages.ts';
import { initialParameters } from '../../learning/initialParameters.ts';
import { readLesson } from './readMessages.ts';
import { readRoomCode } from './roomCode.ts';
import type { StoredSeat } from './seatBook.ts';

/** Noisy rounds for the accountant: how strong the noise was, and how often. */
export interface NoisyRounds {
  readonly noise: number;
  readonly count: number;
}

/** All of a room that survives the end of the server. */
export interface StoredRoom {
  readonly code: string;
  /** Hash of the owner's token. */
  readonly ownerKey: string;
  readonly plan: PlanText;
  readonly isPaused: boolean;
  readonly isLocked: boolean;
  readonly lesson: Lesson;
  readonly seats: readonly StoredSeat[];
  readonly banned: readonly string[];
  readonly noisy: readonly NoisyRounds[];
  readonly snapshot: RoomSnapshot;
}

/** Of the file. */
const version = 1;

/** As JSON, in which a number of 32 or 64 bits is the same when it is read again. */
export function writeStoredRoom(room: StoredRoom): string {
  const { parameters, slots } = room.snapshot.state;
  const state = {
    parameters: Array.from(parameters),
    slots: slots.map((slot) => Array.from(slot)),
  };
  return `${JSON.stringify({ version, ...room, snapshot: { ...room.snapshot, state } })}\n`;
}

/** @throws where the text is not what `writeStoredRoom` gives. */
export function readStoredRoom(text: string): StoredRoom {
  const room = JSON.parse(text) as StoredRoom & { readonly version: unknown };
  const isWhole =
    room.version === version &&
    readRoomCode(room.code) === room.code &&
    typeof room.ownerKey === 'string' &&
    Array.isArray(room.seats) &&
    Array.isArray(room.banned) &&
    Array.isArray(room.noisy) &&
    readLesson(room.lesson) !== undefined;
  if (!isWhole) throw new TypeError('expected the state of a room, got something else');
  const { network } = readPlan(room.plan);
  const { snapshot } = room;
  const state = readState(snapshot.state, initialParameters(network).length);
  for (const number of [snapshot.epoch, snapshot.round, snapshot.changes, snapshot.cohortSize]) {
    if (!Number.isSafeInteger(number) || number < 0) {
      throw new TypeError(`expected a whole number, got ${number}`);
    }
  }
  return { ...room, snapshot: { ...snapshot, state } };
}

function readState({ parameters, slots }: ClassState, count: number): ClassState {
  const [first, second] = slots;
  return {
    parameters: Float32Array.from(finite(parameters, [count])),
    slots: [
      Float64Array.from(finite(first, [0, count])),
      Float64Array.from(finite(second, [0, count])),
    ],
  };
}

function finite(values: ArrayLike<number>, lengths: readonly number[]): readonly number[] {
  const numbers = Array.from(values);
  if (lengths.includes(numbers.length) && numbers.every((each) => Number.isFinite(each))) {
    return numbers;
  }
  throw new TypeError(`expected ${lengths.at(-1)} finite numbers, got others`);
}
