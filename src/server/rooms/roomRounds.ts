import { ClassModel, type ClassState } from '../../federated/classModel.ts';
import { encodingNamed } from '../../federated/encodings/encodings.ts';
import { layoutOf } from '../../federated/layout.ts';
import { updateSize } from '../../federated/ledger/updateSize.ts';
import { PrivacyAccountant } from '../../federated/privacy/privacyAccountant.ts';
import { quorumOf } from '../../federated/room/quorum.ts';
import { Room, type RoomSnapshot } from '../../federated/room/room.ts';
import type { RoomEffect, RoomEvent } from '../../federated/room/roomEvents.ts';
import { askedClients } from '../../federated/settings/classObjection.ts';
import type { RoomPlan } from '../../federated/settings/roomPlan.ts';
import { strategyNamed } from '../../federated/strategies/strategies.ts';
import type { Model } from '../../federated/wire/frame.ts';
import { modelHash } from '../../federated/wire/modelHash.ts';
import type { RoundLine } from '../../federated/wire/roomMessages.ts';
import { initialParameters } from '../../learning/initialParameters.ts';
import { createRandom } from '../../learning/random.ts';
import { serverLimits } from './serverLimits.ts';
import type { NoisyRounds } from './storedRoom.ts';

/** What a room's rounds begin with. */
export interface RoundsOptions {
  readonly plan: RoomPlan;
  readonly snapshot?: RoomSnapshot | undefined;
  readonly noisy?: readonly NoisyRounds[] | undefined;
  readonly mostSeats: number;
  readonly pace: number;
  readonly at: number;
}

/** The rounds of a room under a plan that may change, and what they have cost in privacy. */
export class RoomRounds {
  readonly #mostSeats: number;
  readonly #pace: number;
  #plan: RoomPlan;
  #room: Room;
  #model: Model;
  #noisy: readonly NoisyRounds[];
  #lastRound: RoundLine | undefined;
  /** Whose updates the last round had. */
  #lastSeats: readonly string[] = [];

  constructor({ plan, snapshot, noisy = [], mostSeats, pace, at }: RoundsOptions) {
    this.#mostSeats = mostSeats;
    this.#pace = pace;
    this.#plan = plan;
    this.#noisy = noisy;
    this.#model = modelOf(plan);
    this.#room = this.#roomFrom(snapshot ?? firstParameters(plan), at);
  }

  get plan(): RoomPlan {
    return this.#plan;
  }

  get model(): Model {
    return this.#model;
  }

  get noisy(): readonly NoisyRounds[] {
    return this.#noisy;
  }

  get snapshot(): RoomSnapshot {
    return this.#room.snapshot;
  }

  get wakeAt(): number | undefined {
    return this.#room.wakeAt;
  }

  get open(): Room['open'] {
    return this.#room.open;
  }

  get frame(): Uint8Array<ArrayBuffer> {
    return this.#room.frame;
  }

  get lastRound(): RoundLine | undefined {
    return this.#lastRound;
  }

  get lastSeats(): readonly string[] {
    return this.#lastSeats;
  }

  handle(event: RoomEvent): readonly RoomEffect[] {
    const effects = this.#room.handle(event);
    for (const effect of effects) {
      if (effect.kind === 'closed') this.#note(effect.round, effect.seats, '');
      if (effect.kind === 'abandoned') this.#note(effect.round, [], effect.reason);
    }
    return effects;
  }

  /**
   * Another plan: what the class has learned stays where data set and network do.
   * @param seats how many are here, most of whom the next round waits for.
   */
  change(plan: RoomPlan, seats: number, at: number): void {
    const { recipe, network } = this.#plan;
    const isSame =
      JSON.stringify([plan.recipe, plan.network]) === JSON.stringify([recipe, network]);
    this.#plan = plan;
    if (!isSame) {
      this.reset(seats, at);
      return;
    }
    const { parameters } = this.#room;
    this.#restart({ ...this.#room.snapshot, state: freshState(plan, parameters) }, seats, at);
  }

  /** From the first parameters and round 0. */
  reset(seats: number, at: number): void {
    this.#model = modelOf(this.#plan);
    this.#noisy = [];
    this.#lastRound = undefined;
    const { epoch } = this.#room.snapshot;
    const state = freshState(this.#plan, firstParameters(this.#plan));
    this.#restart({ epoch, round: 0, changes: 0, cohortSize: seats, state }, seats, at);
  }

  /** In a new epoch, so that nothing that is still on its way counts. */
  #restart(snapshot: RoomSnapshot, cohortSize: number, at: number): void {
    this.#lastSeats = [];
    this.#room = this.#roomFrom({ ...snapshot, cohortSize }, at);
  }

  #roomFrom(start: Float32Array | RoomSnapshot, at: number): Room {
    const { strategy, strategyHyperparameters: hyperparameters } = this.#plan.class;
    return new Room({
      model: this.#model,
      strategy: { name: strategy, hyperparameters },
      start,
      mostSeats: this.#mostSeats,
      pace: this.#pace,
      random: createRandom(this.#plan.network.seed),
      at,
    });
  }

  #note(round: number, seats: readonly string[], abandoned: string): void {
    const { noise, delta } = this.#plan.class;
    if (noise > 0) this.#countNoise(noise * shareOfNoise(this.#plan, seats.length));
    const epsilon = this.#noisy.length > 0 ? epsilonOf(this.#noisy, delta) : undefined;
    this.#lastSeats = seats;
    this.#lastRound = { round, updates: seats.length, abandoned, epsilon };
  }

  #countNoise(noise: number): void {
    const before = this.#noisy.find((each) => each.noise === noise);
    const others = this.#noisy.filter((each) => each !== before);
    this.#noisy = [...others, { noise, count: (before?.count ?? 0) + 1 }];
  }
}

/** Why no room can have that plan, a full sentence; undefined where one can. */
export function roomObjection({ network, class: settings }: RoomPlan): string | undefined {
  const layout = layoutOf(network);
  const vectors = strategyNamed(settings.strategy).local === 'variates' ? 2 : 1;
  const { bytes: size } = updateSize(encodingNamed(settings.encoding), layout, vectors);
  if (size <= serverLimits.messageBytes) return undefined;
  return `A room takes updates of up to ${serverLimits.messageBytes} bytes; those of a network with ${layout.count} parameters would have ${size}.`;
}

function modelOf({ network }: RoomPlan): Model {
  return { layout: layoutOf(network), hash: modelHash(network) };
}

function firstParameters({ network }: RoomPlan): Float32Array {
  return Float32Array.from(initialParameters(network));
}

/** With the strategy's slots as before its first round. */
function freshState({ class: settings }: RoomPlan, parameters: Float32Array): ClassState {
  const { strategy: name, strategyHyperparameters: hyperparameters } = settings;
  return new ClassModel({ name, hyperparameters }, parameters).state;
}

/**
 * What part of z·C the sum of a round had: each device adds noise for a quorum of the plan's places
 * (`protectChange`), and a room may have fewer devices. An abandoned round counts as a whole one.
 */
function shareOfNoise({ class: settings }: RoomPlan, updates: number): number {
  const quorum = quorumOf(askedClients(settings));
  return updates === 0 ? 1 : Math.min(1, Math.sqrt(updates / quorum));
}

function epsilonOf(noisy: readonly NoisyRounds[], delta: number): number {
  const accountant = new PrivacyAccountant();
  for (const { noise, count } of noisy) {
    accountant.add({ noiseMultiplier: noise, sampling: 1 }, count);
  }
  return accountant.loss(delta).epsilon;
}
