import { expect, it } from 'vitest';
import { KeptSeats, newToken } from '../../../src/state/room/keptSeats.ts';

const seat = { code: 'AB23CD', token: 'f'.repeat(32), name: 'Ada' };

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
  };
}

it('gives a seat back after a reload, in its room only', () => {
  const kept = storage();
  new KeptSeats(kept).keepSeat(seat);
  expect(new KeptSeats(kept).seatIn('AB23CD')).toEqual(seat);
  expect(new KeptSeats(kept).seatIn('ZZ23CD')).toBeUndefined();
});

it('forgets a room that is over', () => {
  const kept = new KeptSeats(storage());
  kept.keepRoom({ code: 'AB23CD', owner: 'secret' });
  expect(kept.room).toEqual({ code: 'AB23CD', owner: 'secret' });
  kept.keepRoom(undefined);
  expect(kept.room).toBeUndefined();
});

it('works where nothing can be kept, and does not trust what is', () => {
  const forbidden = { getItem: () => null, setItem: () => expect.fail() };
  const kept = new KeptSeats(forbidden);
  kept.keepSeat(seat);
  expect(kept.seat).toEqual(seat);
  expect(new KeptSeats({ getItem: () => '{"code":3', setItem: () => undefined }).seat).toBe(
    undefined,
  );
});

it('draws tokens as the protocol wants them, none twice', () => {
  const tokens = Array.from({ length: 50 }, newToken);
  expect(new Set(tokens).size).toBe(50);
  for (const token of tokens) expect(token).toMatch(/^[\da-f]{32}$/);
});
