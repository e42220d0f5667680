import type { ClientUpdate } from '../strategies/strategy.ts';
import { quorumOf } from './quorum.ts';

/** What a round begins with. */
export interface RoundStart {
  readonly number: number;
  /** Seats that are waited for. */
  readonly cohort: readonly string[];
  /** Updates at which it closes; undefined = those of the whole cohort. */
  readonly goal: number | undefined;
  /** Milliseconds. */
  readonly openedAt: number;
  readonly duration: number;
}

/** A round in which updates are being gathered. */
export class OpenRound {
  readonly number: number;
  readonly cohort: readonly string[];
  readonly openedAt: number;
  readonly quorum: number;
  readonly #goal: number | undefined;
  readonly #duration: number;
  readonly #updates = new Map<string, ClientUpdate>();
  readonly #left = new Set<string>();
  #deadline: number;
  #isExtended = false;
  #lastUpdateAt: number;

  constructor({ number, cohort, goal, openedAt, duration }: RoundStart) {
    this.number = number;
    this.cohort = cohort;
    this.openedAt = openedAt;
    this.quorum = quorumOf(goal ?? cohort.length);
    this.#goal = goal;
    this.#duration = duration;
    this.#deadline = openedAt + duration;
    this.#lastUpdateAt = openedAt;
  }

  get deadline(): number {
    return this.#deadline;
  }

  get isExtended(): boolean {
    return this.#isExtended;
  }

  /** Milliseconds until the last update came. */
  get took(): number {
    return this.#lastUpdateAt - this.openedAt;
  }

  /** In the order of the seats' names, so that their sum does not depend on who was first. */
  get updates(): readonly ClientUpdate[] {
    return this.seats.flatMap((seat) => this.#updates.get(seat) ?? []);
  }

  /** Those that have sent, by name. */
  get seats(): readonly string[] {
    return Array.from(this.#updates.keys()).sort();
  }

  /** Seats of the cohort that are here and have not sent. */
  get awaited(): readonly string[] {
    return this.cohort.filter((seat) => !this.#updates.has(seat) && !this.#left.has(seat));
  }

  get isAtGoal(): boolean {
    return this.#goal !== undefined && this.#updates.size >= this.#goal;
  }

  has(seat: string): boolean {
    return this.#updates.has(seat);
  }

  take(seat: string, update: ClientUpdate, at: number): void {
    this.#updates.set(seat, update);
    this.#lastUpdateAt = at;
  }

  /** What has been sent stays. */
  leave(seat: string): void {
    this.#left.add(seat);
  }

  extend(at: number): void {
    this.#isExtended = true;
    this.#deadline = at + this.#duration;
  }
}
