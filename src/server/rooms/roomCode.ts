import { randomInt } from 'node:crypto';

/** Digits and letters without those that look alike: 0 and O, 1, I and L. */
const characters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Six characters that can be read from a projector: one of 887 million. */
export function newRoomCode(): string {
  return Array.from({ length: 6 }, () => characters[randomInt(characters.length)]).join('');
}

/** The code that someone has typed, as it is written; undefined for what can be none. */
export function readRoomCode(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 20) return undefined;
  const code = value.toUpperCase().replace(/[\s-]/g, '');
  return code.length === 6 && Array.from(code).every((each) => characters.includes(each))
    ? code
    : undefined;
}
