import type { ChoiceStorage } from '../page/persisted.svelte.ts';

/** Bytes of a token. */
const tokenBytes = 16;

/** What a device keeps of its seat, so that it comes back after a reload. */
export interface KeptSeat {
  readonly code: string;
  /** 32 hexadecimal digits; who has them has the seat. */
  readonly token: string;
  readonly name: string;
}

/** What a teacher keeps of a room. */
export interface KeptRoom {
  readonly code: string;
  readonly owner: string;
}

const keys = { seat: 'edgewise.room.seat', room: 'edgewise.room.owner' } as const;

/** What is kept in the browser's storage; where that is forbidden it lasts as long as the page. */
export class KeptSeats {
  readonly #storage: ChoiceStorage | undefined;
  readonly #fresh = new Map<string, string>();

  constructor(storage: ChoiceStorage | undefined) {
    this.#storage = storage;
  }

  /** The seat in that room, if this device has had one. */
  seatIn(code: string): KeptSeat | undefined {
    const seat = this.seat;
    return seat?.code === code ? seat : undefined;
  }

  /** The seat of last time, in whichever room. */
  get seat(): KeptSeat | undefined {
    const { code, token, name } = this.#read(keys.seat);
    return isText(code) && isText(token) && isText(name) ? { code, token, name } : undefined;
  }

  get room(): KeptRoom | undefined {
    const { code, owner } = this.#read(keys.room);
    return isText(code) && isText(owner) ? { code, owner } : undefined;
  }

  keepSeat(seat: KeptSeat): void {
    this.#write(keys.seat, seat);
  }

  keepRoom(room: KeptRoom | undefined): void {
    this.#write(keys.room, room ?? {});
  }

  #read(key: string): Readonly<Record<string, unknown>> {
    try {
      const text = this.#fresh.get(key) ?? this.#storage?.getItem(key);
      const value: unknown = JSON.parse(text ?? '{}');
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  }

  #write(key: string, value: object): void {
    const text = JSON.stringify(value);
    this.#fresh.set(key, text);
    try {
      this.#storage?.setItem(key, text);
    } catch {
      // Forbidden or full: it lasts as long as the page.
    }
  }
}

/** A new token from the platform's generator. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(tokenBytes));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
