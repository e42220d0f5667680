import type { Answer, RoomEffect, RoomEvent } from '../../federated/room/roomEvents.ts';
import { readPlan, type RoomPlan, writePlan } from '../../federated/settings/roomPlan.ts';
import { numbersIn } from '../../federated/wire/numbersIn.ts';
import type {
  Board,
  Hello,
  ModelNote,
  Refused,
  SeatState,
} from '../../federated/wire/roomMessages.ts';
import { Audience } from './audience.ts';
import type { Connection } from './connection.ts';
import { LessonClock } from './lessonClock.ts';
import type { ReadCommand } from './readMessages.ts';
import { roomObjection, RoomRounds } from './roomRounds.ts';
import { SavedRoom } from './savedRoom.ts';
import { fitsKey, keyOf } from './secrets.ts';
import { lineOf, type Seat, SeatBook } from './seatBook.ts';
import { conditionOf, isAsked } from './seatCondition.ts';
import { serverLimits } from './serverLimits.ts';
import type { StoredRoom } from './storedRoom.ts';
import type { Surroundings } from './surroundings.ts';

/** What a room is made of: what a teacher wants, or what a server before has left. */
export interface HostedRoomOptions {
  readonly start:
    { readonly code: string; readonly ownerKey: string; readonly plan: RoomPlan } | StoredRoom;
  readonly surroundings: Surroundings;
  /** Called when the teacher has ended it. */
  readonly onend: () => void;
}

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
type Opened = Extract<RoomEffect, { kind: 'opened' }>;

/** A room with its devices and teachers, whatever connects them. */
export class HostedRoom {
  readonly code: string;
  readonly #ownerKey: string;
  readonly #surroundings: Surroundings;
  readonly #onend: () => void;
  readonly #rounds: RoomRounds;
  readonly #book: SeatBook;
  readonly #audience = new Audience();
  /** A new room gathers its devices first. */
  #isPaused = true;
  /** One round, although the room is paused. */
  #wantsOne = false;
  #isLocked = false;
  readonly #lesson: LessonClock;
  #usedAt: number;
  readonly #saved: SavedRoom;
  #cancelTick: (() => void) | undefined;
  #cancelBoard: (() => void) | undefined;
  #isOver = false;

  constructor({ start, surroundings, onend }: HostedRoomOptions) {
    const stored = 'snapshot' in start ? start : undefined;
    const plan = stored ? readPlan(stored.plan) : (start.plan as RoomPlan);
    const { mostSeats, pace, clock } = surroundings;
    const { snapshot, noisy, seats, banned } = stored ?? {};
    this.code = start.code;
    this.#ownerKey = start.ownerKey;
    this.#surroundings = surroundings;
    this.#onend = onend;
    this.#lesson = new LessonClock(() => clock.now());
    this.#usedAt = clock.now();
    this.#rounds = new RoomRounds({ plan, snapshot, noisy, mostSeats, pace, at: clock.now() });
    this.#book = new SeatBook(seats, banned);
    this.#saved = new SavedRoom(surroundings, () => this.#stored);
    if (stored) {
      this.#isPaused = stored.isPaused;
      this.#isLocked = stored.isLocked;
      this.#lesson.begin(stored.lesson);
    }
    this.#handle({ kind: this.#isPaused ? 'pause' : 'resume' });
    this.#saved.save();
  }

  /** When somebody was here last; undefined while somebody is. */
  get emptySince(): number | undefined {
    return this.#audience.isEmpty ? this.#usedAt : undefined;
  }

  get board(): Board {
    const { plan, open, snapshot, lastRound, lastSeats } = this.#rounds;
    return {
      code: this.code,
      addresses: this.#surroundings.addresses,
      plan: writePlan(plan),
      round: open?.number ?? snapshot.round,
      isOpen: open !== undefined,
      left: this.#left,
      isPaused: this.#isPaused,
      isLocked: this.#isLocked,
      lesson: this.#lesson.lesson,
      seats: this.#book.all.map((seat) => {
        return lineOf(seat, conditionOf(seat, open, lastSeats));
      }),
      lastRound,
    };
  }

  isOwner(token: string): boolean {
    return fitsKey(token, this.#ownerKey);
  }

  /** Whether a device with this token has a seat. */
  knows(token: string): boolean {
    return this.#book.withKey(keyOf(token)) !== undefined;
  }

  /** Lets a device in, or in again; `greet` must follow when it has been told. */
  seat({ name, token }: Hello, connection: Connection): { seat: Seat; state: SeatState } | Refused {
    const key = keyOf(token);
    if (this.#book.isBanned(key)) {
      return { refused: 'removed', sentence: 'The teacher has removed this device from the room.' };
    }
    const seat = this.#book.withKey(key) ?? this.#newSeat(key, name);
    if ('sentence' in seat) return seat;
    if (seat.isHere) this.#handle({ kind: 'leave', seat: seat.seat });
    seat.isHere = true;
    this.#audience.seat(seat, connection);
    return { seat, state: this.#stateOf(seat) };
  }

  /** The model as it is, and a place in the next round. */
  greet(seat: Seat, connection: Connection): void {
    if (!this.#audience.isIn(seat, connection)) return;
    const { frame } = this.#rounds;
    seat.ledger.bytesDown += frame.length;
    this.#audience.tellSeat(seat, 'model', frame, this.#noteFor(seat));
    this.#handle({ kind: 'join', seat: seat.seat });
    this.#saved.save();
  }

  update(seat: Seat, connection: Connection, bytes: Uint8Array): Answer {
    if (!this.#audience.isIn(seat, connection)) return 'closed';
    seat.ledger.bytesUp += bytes.length;
    const answer = this.#handle({ kind: 'update', seat: seat.seat, bytes });
    if (answer === 'ok') {
      seat.isSilent = false;
      seat.ledger.updates++;
      seat.ledger.samples = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
      seat.ledger.numbersUp += numbersIn(bytes, this.#rounds.model.layout);
      this.#audience.tellTeachers('change', seat.seat, bytes);
    } else {
      seat.ledger.refused++;
      seat.ledger.fault = answer;
    }
    return answer;
  }

  /** The connection of a device is gone; its seat is kept for it. */
  unseat(seat: Seat, connection: Connection): void {
    if (!this.#audience.isIn(seat, connection)) return;
    this.#audience.unseat(seat);
    this.#leave(seat);
  }

  attachTeacher(connection: Connection): void {
    this.#audience.addTeacher(connection);
  }

  /** The model as it is, for a teacher who has just been told of the room. */
  showModel(connection: Connection): void {
    connection.tell('model', this.#rounds.frame, this.#noteFor(undefined));
  }

  detachTeacher(connection: Connection): void {
    this.#audience.removeTeacher(connection);
    this.#usedAt = this.#now;
  }

  /** Empty when it is done, else a sentence why it cannot be. */
  command(command: ReadCommand): string {
    const problem = this.#obey(command);
    if (problem === '' && !this.#isOver) this.#saved.save();
    this.#showBoard();
    return problem;
  }

  /** Nothing happens any more, and nobody is told; settles when all that has happened is stored. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#cancelTick?.();
    this.#cancelBoard?.();
    this.#audience.forget();
    await this.#saved.done;
  }

  #obey(command: ReadCommand): string {
    switch (command.kind) {
      case 'pause':
      case 'resume':
        this.#isPaused = command.kind === 'pause';
        this.#wantsOne = false;
        this.#handle({ kind: command.kind });
        this.#tellStates();
        return '';
      case 'lock':
      case 'unlock':
        this.#isLocked = command.kind === 'lock';
        return '';
      case 'reset':
        this.#rounds.reset(this.#book.here.length, this.#now);
        this.#rejoin();
        return '';
      case 'end':
        this.#end();
        return '';
      case 'nextRound':
        return this.#nextRound();
      case 'plan':
        return this.#changePlan(command.plan);
      case 'lesson':
        this.#lesson.begin(command.lesson);
        this.#tellStates();
        return '';
      case 'remove':
      case 'rename':
      case 'poison': {
        const seat = this.#book.get(command.seat);
        if (!seat) return 'This device is not in the room any more.';
        this.#changeSeat(seat, command);
        return '';
      }
    }
  }

  #changeSeat(
    seat: Seat,
    command: Extract<ReadCommand, { kind: 'remove' | 'rename' | 'poison' }>,
  ): void {
    if (command.kind === 'remove') {
      this.#book.remove(seat);
      this.#audience.endSeat(seat, 'The teacher has removed this device from the room.');
      this.#leave(seat);
      return;
    }
    if (command.kind === 'rename') seat.name = this.#book.freeName(command.name, seat);
    else seat.poison = command.poison;
    this.#audience.tellSeat(seat, 'state', this.#stateOf(seat));
  }

  #changePlan(plan: RoomPlan): string {
    const objection = roomObjection(plan);
    if (objection !== undefined) return objection;
    this.#rounds.change(plan, this.#book.here.length, this.#now);
    this.#rejoin();
    return '';
  }

  /** All that are here are in the room that has begun anew. */
  #rejoin(): void {
    for (const seat of this.#book.here) seat.isSilent = false;
    this.#handle({ kind: this.#isPaused ? 'pause' : 'resume' });
    this.#tellStates();
    const { frame } = this.#rounds;
    this.#audience.send(frame, () => ({ asked: false, left: 0 }));
    for (const { seat } of this.#book.here) this.#handle({ kind: 'join', seat });
  }

  #nextRound(): string {
    if (this.#rounds.open) {
      this.#handle({ kind: 'hurry' });
      return '';
    }
    if (this.#book.here.length < 2) return 'A round needs at least 2 devices that are here.';
    this.#wantsOne = this.#isPaused;
    this.#handle({ kind: 'resume' });
    return '';
  }

  #end(): void {
    this.#isOver = true;
    this.#onend();
    // After the answer to the teacher, and after what is being stored.
    void this.#saved.done.then(async () => {
      this.#audience.end('The teacher has ended the class.');
      await this.close();
      await this.#saved.remove();
    });
  }

  #newSeat(key: string, name: string): Seat | Refused {
    if (this.#isLocked) {
      return { refused: 'locked', sentence: 'The room is locked. Ask the teacher to unlock it.' };
    }
    const { mostSeats } = this.#surroundings;
    return (
      this.#book.add(key, name, mostSeats) ?? {
        refused: 'full',
        sentence: `The room has ${mostSeats} seats, and all are taken.`,
      }
    );
  }

  #leave(seat: Seat): void {
    seat.isHere = false;
    seat.isSilent = false;
    this.#usedAt = this.#now;
    this.#handle({ kind: 'leave', seat: seat.seat });
  }

  /** Returns the answer to an update. */
  #handle(event: WithoutTime<RoomEvent>): Answer {
    let answer: Answer = 'closed';
    for (const effect of this.#rounds.handle({ ...event, at: this.#now })) {
      if (effect.kind === 'answer') answer = effect.answer;
      else this.#react(effect);
    }
    this.#sleep();
    this.#showBoard();
    return answer;
  }

  #react(effect: Exclude<RoomEffect, { kind: 'answer' }>): void {
    switch (effect.kind) {
      case 'closed':
      case 'abandoned':
        this.#saved.save();
        return;
      case 'opened':
        // S11: not before what it is made of is stored.
        void this.#saved.done.then(() => this.#announce(effect));
        if (this.#wantsOne) this.#handle({ kind: 'pause' });
        this.#wantsOne = false;
        return;
      case 'silent': {
        const seat = this.#book.get(effect.seat);
        if (seat) seat.isSilent = true;
        return;
      }
      case 'extended':
      case 'refused':
        return;
    }
  }

  #announce({ frame, round }: Opened): void {
    if (this.#isOver || this.#rounds.open?.number !== round) return;
    this.#audience.send(frame, (seat) => this.#noteFor(seat));
  }

  #noteFor(seat: Seat | undefined): ModelNote {
    const asked = seat !== undefined && isAsked(seat, this.#rounds.open);
    return { asked, left: this.#left };
  }

  #stateOf({ seat, name, place, poison }: Seat): SeatState {
    const { plan } = this.#rounds;
    return {
      seat,
      name,
      place,
      places: plan.class.clients,
      plan: writePlan(plan),
      poison,
      lesson: this.#lesson.lesson,
      isPaused: this.#isPaused,
    };
  }

  #tellStates(): void {
    for (const seat of this.#book.here) this.#audience.tellSeat(seat, 'state', this.#stateOf(seat));
  }

  get #now(): number {
    return this.#surroundings.clock.now();
  }

  get #left(): number {
    return Math.max(0, Math.round((this.#rounds.open?.deadline ?? this.#now) - this.#now));
  }

  /** Until the room has something to do. */
  #sleep(): void {
    this.#cancelTick?.();
    const { wakeAt } = this.#rounds;
    if (wakeAt === undefined || this.#isOver) return;
    const { clock } = this.#surroundings;
    this.#cancelTick = clock.later(
      () => void this.#handle({ kind: 'tick' }),
      Math.max(0, wakeAt - this.#now),
    );
  }

  #showBoard(): void {
    if (this.#cancelBoard || this.#isOver || !this.#audience.hasTeachers) return;
    this.#cancelBoard = this.#surroundings.clock.later(() => {
      this.#cancelBoard = undefined;
      this.#audience.tellTeachers('board', this.board);
    }, serverLimits.board);
  }

  get #stored(): StoredRoom {
    const { plan, snapshot, noisy } = this.#rounds;
    return {
      code: this.code,
      ownerKey: this.#ownerKey,
      plan: writePlan(plan),
      isPaused: this.#isPaused,
      isLocked: this.#isLocked,
      lesson: this.#lesson.lesson,
      seats: this.#book.stored,
      banned: this.#book.banned,
      noisy,
      snapshot,
    };
  }
}
