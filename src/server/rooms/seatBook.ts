import type { SeatLine } from '../../federated/wire/roomMessages.ts';

/** A device that has a seat, here or gone. */
export interface Seat {
  readonly seat: string;
  /** Hash of its token. */
  readonly key: string;
  readonly place: number;
  name: string;
  poison: string;
  isHere: boolean;
  isSilent: boolean;
  readonly ledger: Ledger;
}

/** What has come from a device and gone to it. */
interface Ledger {
  updates: number;
  refused: number;
  fault: string;
  bytesUp: number;
  numbersUp: number;
  bytesDown: number;
  samples: number;
}

/** What of a seat is stored. */
export type StoredSeat = Omit<Seat, 'isHere' | 'isSilent'>;

/** The seats of a room, by name and by key. */
export class SeatBook {
  readonly #seats = new Map<string, Seat>();
  readonly #banned = new Set<string>();
  #next = 1;

  constructor(stored: readonly StoredSeat[] = [], banned: readonly string[] = []) {
    for (const seat of stored) {
      this.#seats.set(seat.seat, { ...seat, isHere: false, isSilent: false });
      this.#next = Math.max(this.#next, Number(seat.seat.slice(1)) + 1);
    }
    for (const key of banned) this.#banned.add(key);
  }

  get all(): readonly Seat[] {
    return Array.from(this.#seats.values());
  }

  get here(): readonly Seat[] {
    return this.all.filter(({ isHere }) => isHere);
  }

  get stored(): readonly StoredSeat[] {
    return this.all.map(({ seat, key, place, name, poison, ledger }) => {
      return { seat, key, place, name, poison, ledger: { ...ledger } };
    });
  }

  get banned(): readonly string[] {
    return Array.from(this.#banned);
  }

  get(seat: string): Seat | undefined {
    return this.#seats.get(seat);
  }

  withKey(key: string): Seat | undefined {
    return this.all.find((seat) => seat.key === key);
  }

  isBanned(key: string): boolean {
    return this.#banned.has(key);
  }

  /** A new seat at the first free place. Where all seats are taken, the first that is gone is given up. */
  add(key: string, name: string, most: number): Seat | undefined {
    if (this.#seats.size >= most) {
      const gone = this.all.find(({ isHere }) => !isHere);
      if (!gone) return undefined;
      this.#seats.delete(gone.seat);
    }
    const seat: Seat = {
      seat: `s${String(this.#next++).padStart(3, '0')}`,
      key,
      place: this.#firstFreePlace(),
      name: this.freeName(name),
      poison: '',
      isHere: false,
      isSilent: false,
      ledger: {
        updates: 0,
        refused: 0,
        fault: '',
        bytesUp: 0,
        numbersUp: 0,
        bytesDown: 0,
        samples: 0,
      },
    };
    this.#seats.set(seat.seat, seat);
    return seat;
  }

  remove(seat: Seat): void {
    this.#seats.delete(seat.seat);
    this.#banned.add(seat.key);
  }

  /** The name, or with a number behind it where another seat has it. */
  freeName(name: string, except?: Seat): string {
    const taken = new Set(this.all.filter((seat) => seat !== except).map((seat) => seat.name));
    if (!taken.has(name)) return name;
    let number = 2;
    while (taken.has(`${name} ${number}`)) number++;
    return `${name} ${number}`;
  }

  #firstFreePlace(): number {
    const taken = new Set(this.all.map(({ place }) => place));
    let place = 0;
    while (taken.has(place)) place++;
    return place;
  }
}

/** What the teacher sees of a seat. */
export function lineOf(
  { seat, name, place, poison, ledger }: Seat,
  condition: SeatLine['condition'],
): SeatLine {
  return { seat, name, place, condition, poison, ...ledger, rawSamples: 0 };
}
