import type { ModelNote, Tells } from '../../federated/wire/roomMessages.ts';
import type { Connection } from './connection.ts';
import type { Seat } from './seatBook.ts';

/** Who is connected to a room: a device in each seat that is here, and its teachers. */
export class Audience {
  readonly #devices = new Map<Seat, Connection>();
  readonly #teachers = new Set<Connection>();

  get isEmpty(): boolean {
    return this.#devices.size === 0 && this.#teachers.size === 0;
  }

  get hasTeachers(): boolean {
    return this.#teachers.size > 0;
  }

  isIn(seat: Seat, connection: Connection): boolean {
    return this.#devices.get(seat) === connection;
  }

  /** A device that was in the seat before has to go: it is the same one, or another window of it. */
  seat(seat: Seat, connection: Connection): void {
    const before = this.#devices.get(seat);
    this.#devices.set(seat, connection);
    if (before && before !== connection) before.end('This seat was taken again elsewhere.');
  }

  unseat(seat: Seat): void {
    this.#devices.delete(seat);
  }

  addTeacher(connection: Connection): void {
    this.#teachers.add(connection);
  }

  removeTeacher(connection: Connection): void {
    this.#teachers.delete(connection);
  }

  tellSeat<Name extends keyof Tells>(seat: Seat, name: Name, ...values: Tells[Name]): void {
    this.#devices.get(seat)?.tell(name, ...values);
  }

  tellTeachers<Name extends keyof Tells>(name: Name, ...values: Tells[Name]): void {
    for (const teacher of this.#teachers) teacher.tell(name, ...values);
  }

  /** The model, to all; the ledger counts it for each device. */
  send(frame: Uint8Array<ArrayBuffer>, noteFor: (seat: Seat | undefined) => ModelNote): void {
    for (const [seat, connection] of this.#devices) {
      seat.ledger.bytesDown += frame.length;
      connection.tell('model', frame, noteFor(seat));
    }
    this.tellTeachers('model', frame, noteFor(undefined));
  }

  endSeat(seat: Seat, sentence: string): void {
    const connection = this.#devices.get(seat);
    this.#devices.delete(seat);
    connection?.end(sentence);
  }

  end(sentence: string): void {
    const connections = [...this.#devices.values(), ...this.#teachers];
    this.forget();
    for (const connection of connections) connection.end(sentence);
  }
  /** Nobody is here any more, whether their connections are open or not. */
  forget(): void {
    this.#devices.clear();
    this.#teachers.clear();
  }
}
