import { expect, it } from 'vitest';
import { noStore, type RoomStore } from '../../../src/server/rooms/roomStore.ts';
import { SavedRoom } from '../../../src/server/rooms/savedRoom.ts';
import type { StoredRoom } from '../../../src/server/rooms/storedRoom.ts';

/** A store that is done when the test says so. */
class SlowStore implements RoomStore {
  readonly saved: StoredRoom[] = [];
  readonly load = () => noStore.load();
  readonly remove = (code: string) => noStore.remove(code);
  #finish: () => void = () => undefined;

  save(room: StoredRoom): Promise<void> {
    this.saved.push(room);
    return new Promise((settle) => (this.#finish = settle));
  }

  async finish(): Promise<void> {
    this.#finish();
    await new Promise((settle) => setTimeout(settle));
  }
}

function roomOf(seat: number): StoredRoom {
  return { code: 'AB23CD', seats: [{ seat: `s${seat}` }] } as unknown as StoredRoom;
}

it('stores once what has changed while the store was busy, as it is then', async () => {
  const store = new SlowStore();
  let seat = 0;
  const room = new SavedRoom({ store, complain: expect.unreachable }, () => roomOf(seat));
  room.save();
  await store.finish();
  for (seat = 1; seat < 60; seat++) room.save();
  let isDone = false;
  void room.done.then(() => (isDone = true));
  await store.finish();
  expect(isDone).toBe(false);
  expect(store.saved).toEqual([roomOf(0), roomOf(60)]);
  await store.finish();
  expect(isDone).toBe(true);
});

it('says what could not be stored or removed, and lives', async () => {
  const fail = () => Promise.reject(new Error('the disk is full'));
  const complaints: string[] = [];
  const surroundings = {
    store: { ...noStore, save: fail, remove: fail },
    complain: (sentence: string) => void complaints.push(sentence),
  };
  const room = new SavedRoom(surroundings, () => roomOf(1));
  room.save();
  await room.remove();
  expect(complaints).toEqual([
    'Room AB23CD could not be stored: the disk is full',
    'Room AB23CD could not be removed: the disk is full',
  ]);
});
