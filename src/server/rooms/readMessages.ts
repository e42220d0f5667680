import { poisons } from '../../federated/poisons/poisons.ts';
import { readPlan, type RoomPlan } from '../../federated/settings/roomPlan.ts';
import type { Command, Hello, Lesson, Owning } from '../../federated/wire/roomMessages.ts';
import { readRoomCode } from './roomCode.ts';

/** The readers of what strangers send; each gives undefined for what is not such a message. */

/** M2 */
const longestName = 24;
/** Of a lesson's address. */
const longestAddress = 200;
/** Milliseconds of a lesson's "try it yourselves". */
const longestTry = 3_600_000;

type Fields = Readonly<Record<string, unknown>>;

export function readHello(value: unknown): Hello | undefined {
  const { version, code: typed, name: written, token } = fieldsOf(value);
  const code = readRoomCode(typed);
  const name = readName(written);
  const isWhole = typeof version === 'number' && isToken(token);
  return isWhole && code !== undefined && name !== undefined
    ? { version, code, name, token }
    : undefined;
}

export function readOwning(value: unknown): Owning | undefined {
  const { version, code: typed, owner } = fieldsOf(value);
  const code = readRoomCode(typed);
  return typeof version === 'number' && code !== undefined && isToken(owner)
    ? { version, code, owner }
    : undefined;
}

/** @throws RangeError with a sentence where the plan cannot be used. */
export function readOpening(value: unknown): { version: number; plan: RoomPlan } | undefined {
  const { version, plan } = fieldsOf(value);
  return typeof version === 'number' ? { version, plan: readPlan(plan) } : undefined;
}

/** A command whose plan is read. */
export type ReadCommand =
  Exclude<Command, { kind: 'plan' }> | { readonly kind: 'plan'; readonly plan: RoomPlan };

/** @throws RangeError with a sentence where a plan cannot be used. */
export function readCommand(value: unknown): ReadCommand | undefined {
  const { kind, seat, name: written, poison, plan, lesson: told } = fieldsOf(value);
  switch (kind) {
    case 'pause':
    case 'resume':
    case 'lock':
    case 'unlock':
    case 'reset':
    case 'end':
    case 'nextRound':
      return { kind };
    case 'remove':
      return isText(seat) ? { kind, seat } : undefined;
    case 'rename': {
      const name = readName(written);
      return isText(seat) && name !== undefined ? { kind, seat, name } : undefined;
    }
    case 'poison': {
      const isKnown = poison === '' || poisons.some((each) => each.name === poison);
      return isText(seat) && isText(poison) && isKnown ? { kind, seat, poison } : undefined;
    }
    case 'plan':
      return { kind, plan: readPlan(plan) };
    case 'lesson': {
      const lesson = readLesson(told);
      return lesson && { kind, lesson };
    }
    default:
      return undefined;
  }
}

export function readLesson(value: unknown): Lesson | undefined {
  const { kind, left, address, seat } = fieldsOf(value);
  switch (kind) {
    case 'free':
    case 'lookUp':
      return { kind };
    case 'try':
      return typeof left === 'number' && left > 0 && left <= longestTry
        ? { kind, left }
        : undefined;
    case 'goTo':
      return isText(address) && isOwnAddress(address) ? { kind, address } : undefined;
    case 'show':
      return isText(seat) ? { kind, seat } : undefined;
    default:
      return undefined;
  }
}

/** A name without control characters and marks, on one line; undefined for an empty one. */
function readName(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 1000) return undefined;
  const plain = value
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const name = Array.from(plain).slice(0, longestName).join('').trim();
  return name === '' ? undefined : name;
}

/** Relative to the root of this site, so that a teacher's token cannot send a class elsewhere. */
function isOwnAddress(address: string): boolean {
  return address.length <= longestAddress && /^(?!\/)[\w\-./?#=&%,+]*$/.test(address);
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{32}$/.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
