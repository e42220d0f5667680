import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { serverLimits } from './serverLimits.ts';
import { readStoredRoom, type StoredRoom, writeStoredRoom } from './storedRoom.ts';

/** Where rooms survive the end of the server. */
export interface RoomStore {
  /** When it settles, the room is there for good. */
  save(room: StoredRoom): Promise<void>;
  remove(code: string): Promise<void>;
  /** What is there, and a sentence for each room that cannot be read. */
  load(): Promise<{ readonly rooms: readonly StoredRoom[]; readonly problems: readonly string[] }>;
}

/** One file a room: written beside its place, synced, renamed, so that it is never half. */
export class FolderRoomStore implements RoomStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async save(room: StoredRoom): Promise<void> {
    const place = this.#placeOf(room.code);
    const beside = `${place}.new`;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(writeStoredRoom(room));
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(beside, place);
  }

  async remove(code: string): Promise<void> {
    await rm(this.#placeOf(code), { force: true });
  }

  async load() {
    const rooms: StoredRoom[] = [];
    const problems: string[] = [];
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const place = join(this.#folder, name);
      try {
        if ((await stat(place)).mtimeMs < Date.now() - serverLimits.idleRoom) await rm(place);
        else rooms.push(readStoredRoom(await readFile(place, 'utf8')));
      } catch (problem) {
        const reason = problem instanceof Error ? problem.message : String(problem);
        problems.push(`The room in ${place} cannot be opened again: ${reason}.`);
      }
    }
    return { rooms, problems };
  }

  #placeOf(code: string): string {
    return join(this.#folder, `${code}.json`);
  }
}

/** For a server whose rooms end with it. */
export const noStore: RoomStore = {
  save: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  load: () => Promise.resolve({ rooms: [], problems: [] }),
};
