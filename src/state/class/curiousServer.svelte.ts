import { type LeakCase, leakCases } from '../../federated/leak/leakCases.ts';
import type { LeakReading } from '../../federated/leak/readLeaks.ts';

/** A kind of update, and what was read of it. */
export interface ShownReading extends LeakReading {
  readonly leakCase: LeakCase;
}

/** What a curious server could read of the class as it is: asked for, shown, looked through. */
export class CuriousServer {
  readonly #ask: (number: number) => void;
  #number = 0;
  #reading = $state(false);
  #readings = $state.raw<readonly ShownReading[]>([]);
  #problem = $state('');
  #round = $state(0);
  #chosen = $state<string>(leakCases[0]?.name ?? '');

  /** `ask`: for readings; each number gives other updates. */
  constructor(ask: (number: number) => void) {
    this.#ask = ask;
  }

  /** Whether readings are on their way. */
  get reading(): boolean {
    return this.#reading;
  }

  /** From those that give all to those that give little; empty before the first have come. */
  get readings(): readonly ShownReading[] {
    return this.#readings;
  }

  /** The one that is shown as a picture. */
  get shown(): ShownReading | undefined {
    return this.#readings.find(({ name }) => name === this.#chosen) ?? this.#readings[0];
  }

  /** Why nothing could be read, a full sentence; or empty. */
  get problem(): string {
    return this.#problem;
  }

  /** The rounds that the class had made. */
  get round(): number {
    return this.#round;
  }

  choose(name: string): void {
    this.#chosen = name;
  }

  /** Reads other updates. */
  read(): void {
    if (this.#reading) return;
    this.#reading = true;
    this.#problem = '';
    this.#ask(this.#number++);
  }

  /** @param round the rounds that the class had made when these were read. */
  receive(readings: readonly LeakReading[], round: number): void {
    this.#reading = false;
    this.#round = round;
    this.#readings = readings.flatMap((reading) => {
      const leakCase = leakCases.find(({ name }) => name === reading.name);
      return leakCase ? [{ ...reading, leakCase }] : [];
    });
  }

  /** What was asked for does not come. */
  fail(sentence: string): void {
    if (!this.#reading) return;
    this.#reading = false;
    this.#problem = sentence;
  }

  /** The class begins anew: what was read of it does not count any more. */
  forget(): void {
    this.#reading = false;
    this.#problem = '';
    this.#readings = [];
  }
}
