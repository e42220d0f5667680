import type { Answer } from '../../federated/room/roomEvents.ts';
import {
  type Asks,
  messageVersion,
  type Refused,
  type RefusalReason,
} from '../../federated/wire/roomMessages.ts';
import type { Connection } from './connection.ts';
import type { HostedRoom } from './hostedRoom.ts';
import { readCommand, readHello, readOpening, readOwning } from './readMessages.ts';
import { roomObjection } from './roomRounds.ts';
import type { Rooms } from './rooms.ts';
import type { Seat } from './seatBook.ts';
import { newToken } from './secrets.ts';
import { serverLimits } from './serverLimits.ts';
import { TokenBucket } from './tokenBucket.ts';
import type { WrongCodes } from './wrongCodes.ts';

/** Who is at the other end of a connection. */
type Role =
  | { readonly kind: 'device'; readonly room: HostedRoom; readonly seat: Seat }
  | { readonly kind: 'teacher'; readonly room: HostedRoom };

export interface VisitorOptions {
  readonly rooms: Rooms;
  readonly wrongCodes: WrongCodes;
  readonly connection: Connection;
  /** Where the connection comes from. */
  readonly address: string;
  readonly now: () => number;
  /** Called when a room was opened. */
  readonly onopen: (room: HostedRoom) => void;
}

/** Answers that only a program that is wrong or means harm can get. */
const faults: ReadonlySet<Answer> = new Set<Answer>([
  'size',
  'magic',
  'version',
  'type',
  'shape',
  'encoding',
  'flags',
  'length',
  'future',
]);

type Reply = (answer: unknown) => void;

/** One connection: trusts nothing of what comes. */
export class Visitor {
  readonly #options: VisitorOptions;
  readonly #messages: TokenBucket;
  #role: Role | undefined;
  #faults = 0;

  constructor(options: VisitorOptions) {
    this.#options = options;
    this.#messages = new TokenBucket(serverLimits.messages, options.now());
  }

  get isKnown(): boolean {
    return this.#role !== undefined;
  }

  /** A message of that name, with whatever came with it. */
  receive(name: keyof Asks, value: unknown, reply: Reply): void {
    if (!this.#messages.take(this.#options.now())) {
      reply(name === 'update' ? 'rate' : refused('message', 'Too many messages.'));
      this.#noteFault('It sends too many messages');
      return;
    }
    try {
      this.#answer(name, value, reply);
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      // A plan that cannot be used.
      const sentence = `${problem.message}.`;
      reply(name === 'command' ? sentence : refused('plan', sentence));
    }
  }

  /** Something came that is no message. */
  misbehave(reason: string): void {
    this.#noteFault(reason);
  }

  /** The connection is gone. */
  leave(): void {
    const role = this.#role;
    this.#role = undefined;
    const { connection } = this.#options;
    if (role?.kind === 'device') role.room.unseat(role.seat, connection);
    if (role?.kind === 'teacher') role.room.detachTeacher(connection);
  }

  #answer(name: keyof Asks, value: unknown, reply: Reply): void {
    switch (name) {
      case 'hello':
        this.#hello(value, reply);
        return;
      case 'update':
        this.#update(value, reply);
        return;
      case 'leave':
        this.leave();
        reply(null);
        return;
      case 'open':
        this.#open(value, reply);
        return;
      case 'own':
        this.#own(value, reply);
        return;
      case 'command':
        this.#command(value, reply);
        return;
    }
  }

  #hello(value: unknown, reply: Reply): void {
    const hello = readHello(value);
    const room = hello && this.#options.rooms.find(hello.code);
    if (hello && !room?.knows(hello.token) && !this.#mayTry) {
      reply(tooManyTries);
      return;
    }
    if (!hello || !room || hello.version !== messageVersion || this.#role) {
      reply(this.#refuse(hello));
      return;
    }
    const { connection } = this.#options;
    const seated = room.seat(hello, connection);
    if ('sentence' in seated) {
      reply(seated);
      return;
    }
    this.#role = { kind: 'device', room, seat: seated.seat };
    reply(seated.state);
    room.greet(seated.seat, connection);
  }

  #open(value: unknown, reply: Reply): void {
    const opening = readOpening(value);
    if (opening?.version !== messageVersion || this.#role) {
      reply(this.#refuse(opening));
      return;
    }
    const objection = roomObjection(opening.plan);
    if (objection !== undefined) {
      reply(refused('plan', objection));
      return;
    }
    const owner = newToken();
    const room = this.#options.rooms.open(opening.plan, owner);
    if (!room) {
      reply(refused('full', `This server has ${serverLimits.rooms} rooms, and all are in use.`));
      return;
    }
    this.#teach(room, owner, reply);
    this.#options.onopen(room);
  }

  #own(value: unknown, reply: Reply): void {
    const owning = readOwning(value);
    const room = owning && this.#options.rooms.find(owning.code);
    const isOwner = room?.isOwner(owning?.owner ?? '') === true;
    if (owning && !isOwner && !this.#mayTry) {
      reply(tooManyTries);
      return;
    }
    if (!owning || !room || !isOwner || owning.version !== messageVersion || this.#role) {
      reply(this.#refuse(owning));
      return;
    }
    this.#teach(room, owning.owner, reply);
  }

  #teach(room: HostedRoom, owner: string, reply: Reply): void {
    this.#role = { kind: 'teacher', room };
    room.attachTeacher(this.#options.connection);
    reply({ owner, board: room.board });
    room.showModel(this.#options.connection);
  }

  #command(value: unknown, reply: Reply): void {
    if (this.#role?.kind !== 'teacher') {
      reply('Only the teacher of a room can do that.');
      this.#noteFault('It gives commands without a room');
      return;
    }
    const command = readCommand(value);
    if (!command) {
      reply('This command is not known.');
      this.#noteFault('It sends commands that are not known');
      return;
    }
    reply(this.#role.room.command(command));
  }

  #update(value: unknown, reply: Reply): void {
    const role = this.#role;
    if (role?.kind !== 'device') {
      reply('closed');
      this.#noteFault('It sends updates without a seat');
      return;
    }
    if (!(value instanceof Uint8Array)) {
      reply('type');
      this.#noteFault('It sends updates that are no frames');
      return;
    }
    const answer = role.room.update(role.seat, this.#options.connection, value);
    reply(answer);
    if (faults.has(answer)) this.#noteFault(`It sends wrong updates (${answer})`);
  }

  /** Why a message that asks for a room is refused. */
  #refuse(message: { readonly version: number } | undefined): Refused {
    if (!message || this.#role) {
      this.#noteFault('It sends messages that cannot be read');
      return refused('message', 'The server cannot read this message.');
    }
    if (message.version !== messageVersion) {
      return refused('version', 'This page is older or newer than the server; load it again.');
    }
    const { wrongCodes, address, now } = this.#options;
    wrongCodes.note(address, now());
    return refused('code', 'There is no room with this code. Look at the projector again.');
  }

  get #mayTry(): boolean {
    const { wrongCodes, address, now } = this.#options;
    return wrongCodes.mayTry(address, now());
  }

  #noteFault(reason: string): void {
    this.#faults++;
    if (this.#faults !== serverLimits.faults) return;
    this.leave();
    this.#options.connection.end(`The server has closed the connection of this device. ${reason}.`);
  }
}

const tooManyTries = refused(
  'tries',
  'Too many wrong codes came from here; wait a minute, then try again.',
);

function refused(reason: RefusalReason, sentence: string): Refused {
  return { refused: reason, sentence };
}
