import type { RoomPlan } from '../../federated/settings/roomPlan.ts';
import { HostedRoom, type HostedRoomOptions } from './hostedRoom.ts';
import { newRoomCode } from './roomCode.ts';
import { keyOf } from './secrets.ts';
import { serverLimits } from './serverLimits.ts';
import type { Surroundings } from './surroundings.ts';

/** The rooms of a server, by their codes. */
export class Rooms {
  readonly #surroundings: Surroundings;
  readonly #rooms = new Map<string, HostedRoom>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  find(code: string): HostedRoom | undefined {
    return this.#rooms.get(code);
  }

  /** A new room; undefined where there are as many as there may be, and all are in use. */
  open(plan: RoomPlan, owner: string): HostedRoom | undefined {
    this.#endIdle();
    if (this.#rooms.size >= serverLimits.rooms && !this.#endEmpty()) return undefined;
    let code = newRoomCode();
    while (this.#rooms.has(code)) code = newRoomCode();
    return this.#add({ code, ownerKey: keyOf(owner), plan });
  }

  /** The rooms that a server before has left. */
  async restore(): Promise<void> {
    const { store, complain } = this.#surroundings;
    const { rooms, problems } = await store.load();
    for (const problem of problems) complain(problem);
    for (const stored of rooms.slice(0, serverLimits.rooms)) this.#add(stored);
  }

  /** They can be restored; those that are here come back by themselves when the server does. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.#rooms.values(), (room) => room.close()));
  }

  #add(start: HostedRoomOptions['start']): HostedRoom {
    const room = new HostedRoom({
      start,
      surroundings: this.#surroundings,
      onend: () => this.#rooms.delete(start.code),
    });
    this.#rooms.set(start.code, room);
    return room;
  }

  #endIdle(): void {
    const now = this.#surroundings.clock.now();
    for (const room of this.#rooms.values()) {
      if (now - (room.emptySince ?? now) > serverLimits.idleRoom) room.command({ kind: 'end' });
    }
  }

  /** Ends the room that has been empty for longest. */
  #endEmpty(): boolean {
    const empty = Array.from(this.#rooms.values())
      .filter(({ emptySince }) => emptySince !== undefined)
      .sort((a, b) => (a.emptySince ?? 0) - (b.emptySince ?? 0));
    empty.at(0)?.command({ kind: 'end' });
    return empty.length > 0;
  }
}
