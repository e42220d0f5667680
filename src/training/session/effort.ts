/** Milliseconds after which a piece of work counts as long. */
const long = 1000;

/**
 * Announces each piece of work that may take long: the first of its kind, and those after one that
 * took long. So the page waits longer for an answer meanwhile.
 */
export class Effort {
  readonly #announce: (hard: boolean) => void;
  readonly #now: () => number;
  readonly #durations = new Map<string, number>();

  /** `now`: milliseconds. */
  constructor(announce: (hard: boolean) => void, now: () => number) {
    this.#announce = announce;
    this.#now = now;
  }

  /** Does a piece of work of that kind. */
  async exert<Result>(kind: string, work: () => Promise<Result>): Promise<Result> {
    const hard = (this.#durations.get(kind) ?? Infinity) > long;
    const begun = this.#now();
    if (hard) this.#announce(true);
    try {
      return await work();
    } finally {
      this.#durations.set(kind, this.#now() - begun);
      if (hard) this.#announce(false);
    }
  }

  /** How long work takes is not known any more: the engine is another one, or has other work. */
  forget(): void {
    this.#durations.clear();
  }
}
