import { f32 } from '../../../src/federated/encodings/f32.ts';
import { layoutOf } from '../../../src/federated/layout.ts';
import { Room, type RoomOptions } from '../../../src/federated/room/room.ts';
import type { Answer, RoomEffect, RoomEvent } from '../../../src/federated/room/roomEvents.ts';
import { readFrame, writeFrame } from '../../../src/federated/wire/frame.ts';
import { modelHash } from '../../../src/federated/wire/modelHash.ts';
import { createRandom } from '../../../src/learning/random.ts';
import { smallNetwork } from '../../support/networks.ts';

const network = { ...smallNetwork, features: ['x'], hidden: [] }; // 4 parameters

const roomModel = { layout: layoutOf(network), hash: modelHash(network) };

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** What a test changes of an update. */
interface Sent {
  readonly change?: number;
  readonly samples?: number;
  readonly round?: number;
  readonly epoch?: number;
}

/** A room with a clock that a test sets, and clients that send what it says. */
export class DrivenRoom {
  readonly room: Room;
  /** Milliseconds. */
  now = 1000;
  readonly log: RoomEffect[] = [];
  #epoch = 1;
  #round = -1;

  constructor(options: Partial<RoomOptions> = {}) {
    this.room = new Room({
      model: roomModel,
      strategy: { name: 'fedavg', hyperparameters: {} },
      start: new Float32Array(4),
      random: createRandom(1),
      at: this.now,
      ...options,
    });
  }

  /** The round that was opened last. */
  get round(): number {
    return this.#round;
  }

  do(event: WithoutTime<RoomEvent>): readonly RoomEffect[] {
    const effects = this.room.handle({ ...event, at: this.now });
    for (const effect of effects) {
      if (effect.kind !== 'opened') continue;
      const frame = readFrame(effect.frame, roomModel);
      if (typeof frame === 'string') throw new Error(frame);
      this.#epoch = frame.epoch;
      this.#round = frame.round;
    }
    this.log.push(...effects);
    return effects;
  }

  join(...seats: readonly string[]): void {
    for (const seat of seats) this.do({ kind: 'join', seat });
  }

  /** An update whose entries are all `change`, 1 unless said. */
  send(seat: string, { change = 1, samples = 10, round, epoch }: Sent = {}): Answer | undefined {
    const bytes = writeFrame(
      {
        type: 'update',
        epoch: epoch ?? this.#epoch,
        round: round ?? this.#round,
        samples,
        sequence: 0,
        encoding: f32,
        vectors: [f32.encode(new Float32Array(4).fill(change), roomModel.layout)],
      },
      roomModel,
    );
    return this.sendBytes(seat, bytes);
  }

  sendBytes(seat: string, bytes: Uint8Array): Answer | undefined {
    const effects = this.do({ kind: 'update', seat, bytes });
    const [answer] = effects.flatMap((one) => (one.kind === 'answer' ? [one.answer] : []));
    return answer;
  }

  /** Lets the time pass at which the room wants to be woken. */
  sleep(): readonly RoomEffect[] {
    this.now = this.room.wakeAt ?? this.now;
    return this.do({ kind: 'tick' });
  }

  /** The kinds of all effects since the last call, without answers. */
  happened(): string[] {
    const kinds = this.log.splice(0).filter(({ kind }) => kind !== 'answer');
    return kinds.map((effect) =>
      'round' in effect ? `${effect.kind} ${effect.round}` : effect.kind,
    );
  }
}
