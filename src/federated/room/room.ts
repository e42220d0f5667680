import type { Random } from '../../learning/random.ts';
import { shuffled } from '../../learning/shuffled.ts';
import { ClassModel, type ClassState, type StrategyChoice } from '../classModel.ts';
import type { ClientUpdate } from '../strategies/strategy.ts';
import { type Frame, type Model, readFrame, writeModelFrame } from '../wire/frame.ts';
import { deadlineAfter } from './deadline.ts';
import { median } from './median.ts';
import { OpenRound } from './openRound.ts';
import type { Answer, RoomEffect, RoomEvent } from './roomEvents.ts';
import { roomLimits as limits } from './roomLimits.ts';

/** What a room needs to continue after a restart. */
export interface RoomSnapshot {
  /** Of the room before. */
  readonly epoch: number;
  /** The next round. */
  readonly round: number;
  /** Rounds that have changed the model. */
  readonly changes: number;
  /** Clients of the last round. */
  readonly cohortSize: number;
  readonly state: ClassState;
}

/** What a room is made of. */
export interface RoomOptions {
  readonly model: Model;
  readonly strategy: StrategyChoice;
  /** The parameters to begin with, or what a room before has left. */
  readonly start: Float32Array | RoomSnapshot;
  /** Updates at which a round closes; undefined = those of all. */
  readonly goal?: number | undefined;
  /** Seats that it has at most; 64 unless said. */
  readonly mostSeats?: number | undefined;
  /** Milliseconds between the openings of two rounds, at least; 0 unless said. */
  readonly pace?: number | undefined;
  /** Draws the clients of a round where not all are asked. */
  readonly random: Random;
  /** Milliseconds. */
  readonly at: number;
}

interface Seat {
  /** Rounds in a row without an update. */
  misses: number;
  /** Of its last update. */
  samples: number;
}

/**
 * A room in which a class learns, as a machine of events and effects: it has no clock, no timer and
 * no network. The rules are in docs/protocol.md; S1 … are theirs.
 */
export class Room {
  readonly #model: Model;
  readonly #class: ClassModel;
  readonly #goal: number | undefined;
  readonly #mostSeats: number;
  readonly #pace: number;
  readonly #random: Random;
  readonly #epoch: number;
  readonly #seats = new Map<string, Seat>();
  /** S10: until then, or until so many seats are taken, no round opens. */
  readonly #grace: { readonly until: number; readonly seats: number };
  #round: OpenRound | undefined;
  #nextRound: number;
  #changes: number;
  #lastCohortSize: number;
  #isPaused = false;
  #isInGrace: boolean;
  /** S13 */
  #opensAt: number;
  readonly #durations: number[] = [];
  readonly #norms: number[] = [];

  constructor({ model, strategy, start, goal, random, at, ...limited }: RoomOptions) {
    const isNew = start instanceof Float32Array;
    this.#model = model;
    this.#class = new ClassModel(strategy, isNew ? start : start.state);
    this.#goal = goal;
    this.#mostSeats = limited.mostSeats ?? limits.mostSeats;
    this.#pace = limited.pace ?? 0;
    this.#opensAt = at;
    this.#random = random;
    this.#epoch = isNew ? 1 : start.epoch + 1;
    this.#nextRound = isNew ? 0 : start.round;
    this.#changes = isNew ? 0 : start.changes;
    this.#lastCohortSize = isNew ? 0 : start.cohortSize;
    this.#isInGrace = !isNew;
    const seats = Math.ceil(limits.graceShare * this.#lastCohortSize);
    this.#grace = { until: at + limits.grace, seats };
  }

  /** A copy of the parameters of the class. */
  get parameters(): Float32Array {
    return this.#class.parameters;
  }

  /** The time at which a `tick` is due next; undefined where nothing is waited for. */
  get wakeAt(): number | undefined {
    if (this.#round) return this.#round.deadline;
    if (this.#isInGrace) return this.#grace.until;
    const isReady = !this.#isPaused && this.#seats.size >= limits.leastSeats;
    return isReady ? this.#opensAt : undefined;
  }

  /** The round that is open; undefined where none is. */
  get open(): Pick<OpenRound, 'number' | 'cohort' | 'deadline' | 'seats'> | undefined {
    return this.#round;
  }

  /** The model as it is now, for those who come between two openings. */
  get frame(): Uint8Array<ArrayBuffer> {
    return this.#frame(this.#round?.number ?? this.#nextRound);
  }

  get snapshot(): RoomSnapshot {
    return {
      epoch: this.#epoch,
      round: this.#nextRound,
      changes: this.#changes,
      cohortSize: this.#lastCohortSize,
      state: this.#class.state,
    };
  }

  handle(event: RoomEvent): readonly RoomEffect[] {
    const isHurried = event.kind === 'hurry';
    const effects = [...this.#react(event), ...this.#endRound(event.at, isHurried)];
    return [...effects, ...this.#openRound(event.at)];
  }

  #react(event: RoomEvent): readonly RoomEffect[] {
    switch (event.kind) {
      case 'join':
        return this.#join(event.seat);
      case 'leave':
        this.#seats.delete(event.seat);
        this.#round?.leave(event.seat);
        return [];
      case 'update':
        return [
          {
            kind: 'answer',
            seat: event.seat,
            answer: this.#take(event.seat, event.bytes, event.at),
          },
        ];
      case 'pause':
      case 'resume':
        this.#isPaused = event.kind === 'pause';
        return [];
      case 'hurry':
      case 'tick':
        return [];
    }
  }

  /** S2: it takes part from the next round on, and one that comes back does, too. */
  #join(seat: string): readonly RoomEffect[] {
    if (this.#seats.has(seat)) return [];
    if (this.#seats.size >= this.#mostSeats) return [{ kind: 'refused', seat }];
    this.#seats.set(seat, { misses: 0, samples: 0 });
    return [];
  }

  #take(seat: string, bytes: Uint8Array, at: number): Answer {
    const place = this.#seats.get(seat);
    if (!place) return 'closed';
    const frame = readFrame(bytes, this.#model);
    if (typeof frame === 'string') return frame;
    const fault = this.#faultOf(seat, frame);
    if (fault !== undefined) return fault;
    const { vector: change, variate: variateChange, samples } = frame;
    this.#norms.push(normOf(change));
    if (this.#norms.length > limits.normsKept) this.#norms.shift();
    place.misses = 0;
    place.samples = samples;
    this.#round?.take(seat, { change, variateChange, samples }, at);
    return 'ok';
  }

  /** S5, S6 */
  #faultOf(seat: string, frame: Frame): Answer | undefined {
    if (frame.type !== 'update') return 'type';
    if (frame.epoch < this.#epoch) return 'stale';
    if (frame.epoch > this.#epoch) return 'future';
    const current = this.#round?.number ?? this.#nextRound;
    if (frame.round < current) return 'stale';
    if (frame.round > current) return 'future';
    if (!this.#round) return 'closed';
    if (this.#round.has(seat)) return 'dup';
    if (!this.#round.cohort.includes(seat) && !this.#isSilent(seat)) return 'closed';
    const needsVariate = this.#class.strategy.local === 'variates';
    if (frame.variate.length > 0 !== needsVariate) return 'flags';
    if (frame.samples > limits.mostSamples) return 'count';
    return this.#isTooLong(frame.vector) ? 'norm' : undefined;
  }

  #isTooLong(change: Float32Array): boolean {
    const usual = this.#norms.length < limits.leastNorms ? undefined : median(this.#norms);
    return usual !== undefined && normOf(change) > limits.longestNorm * usual;
  }

  #isSilent(seat: string): boolean {
    return (this.#seats.get(seat)?.misses ?? 0) >= limits.misses;
  }

  /** S3, S4, S7: closes, extends or abandons the round where it is time to. */
  #endRound(at: number, isHurried: boolean): readonly RoomEffect[] {
    const round = this.#round;
    if (!round) return [];
    const isOver = isHurried || round.isAtGoal || round.awaited.length === 0;
    if (!isOver && at < round.deadline) return [];
    const reason = this.#reasonToAbandon(round);
    if (reason !== undefined && !isOver && !round.isExtended) {
      round.extend(at);
      return [{ kind: 'extended', round: round.number, deadline: round.deadline }];
    }
    this.#round = undefined;
    this.#nextRound = round.number + 1;
    const silent = round.isAtGoal || isHurried ? [] : this.#countMisses(round.awaited);
    if (reason !== undefined) {
      return [{ kind: 'abandoned', round: round.number, reason }, ...silent];
    }
    this.#combine(round);
    return [{ kind: 'closed', round: round.number, seats: round.seats }, ...silent];
  }

  #reasonToAbandon({ updates, quorum, cohort }: OpenRound): string | undefined {
    if (updates.length >= quorum) return this.#class.objection(updates.length);
    return `A round with ${cohort.length} clients needs ${quorum} updates, got ${updates.length}.`;
  }

  #combine(round: OpenRound): void {
    const updates: readonly ClientUpdate[] = round.updates;
    const known = Array.from(this.#seats.values(), ({ samples }) => samples);
    const sent = updates.map(({ samples }) => samples);
    // A client that has sent and left is not among the seats any more.
    this.#class.combine(updates, Math.max(sumOf(known), sumOf(sent)));
    this.#changes++;
    this.#durations.push(round.took);
    if (this.#durations.length > limits.deadlineRounds) this.#durations.shift();
  }

  /** S8 */
  #countMisses(missing: readonly string[]): RoomEffect[] {
    return missing.flatMap((seat) => {
      const place = this.#seats.get(seat);
      if (!place) return [];
      place.misses++;
      return place.misses === limits.misses ? [{ kind: 'silent', seat } as const] : [];
    });
  }

  /** S1, S9, S10 */
  #openRound(at: number): readonly RoomEffect[] {
    if (this.#isInGrace && at < this.#grace.until && this.#seats.size < this.#grace.seats)
      return [];
    this.#isInGrace = false;
    if (this.#round || this.#isPaused || at < this.#opensAt) return [];
    const asked = this.#cohort();
    if (asked.length < limits.leastSeats) return [];
    const number = this.#nextRound;
    const duration = deadlineAfter(this.#durations);
    const goal = this.#goal !== undefined && asked.length > this.#goal ? this.#goal : undefined;
    this.#round = new OpenRound({ number, cohort: asked, goal, openedAt: at, duration });
    this.#lastCohortSize = asked.length;
    this.#opensAt = at + this.#pace;
    const { deadline } = this.#round;
    return [{ kind: 'opened', round: number, cohort: asked, frame: this.#frame(number), deadline }];
  }

  /** Those that are not silent; all where these are too few; some where there is a goal. */
  #cohort(): readonly string[] {
    const here = Array.from(this.#seats.keys()).sort();
    const awake = here.filter((seat) => !this.#isSilent(seat));
    const seats = awake.length >= limits.leastSeats ? awake : here;
    const wanted = Math.ceil(limits.oversampling * (this.#goal ?? Infinity));
    if (seats.length <= wanted) return seats;
    const chosen = shuffled(seats.length, this.#random).subarray(0, wanted).sort();
    return Array.from(chosen, (index) => seats[index] ?? '');
  }

  #frame(round: number): Uint8Array<ArrayBuffer> {
    const { parameters: vector, variate } = this.#class;
    const frame = { epoch: this.#epoch, round, sequence: this.#changes, vector, variate };
    return writeModelFrame(frame, this.#model);
  }
}

function normOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
