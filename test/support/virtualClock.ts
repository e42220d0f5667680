interface Sleeper {
  readonly time: number;
  readonly wake: () => void;
}

/** A clock that the test moves; it wakes those that sleep in order. */
export class VirtualClock {
  #now = 0;
  #sleepers: Sleeper[] = [];
  readonly #outside = new Set<Promise<unknown>>();

  readonly now = (): number => this.#now;

  /** Resolves when the clock has moved by this many milliseconds. */
  readonly nextTurn = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ time: this.#now + milliseconds, wake });
    });

  /** Moves the clock for work that takes this long and cannot be interrupted. */
  spend(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Makes the clock wait for work in real time, which takes no time of this clock. */
  async outside<Result>(work: Promise<Result>): Promise<Result> {
    this.#outside.add(work);
    try {
      return await work;
    } finally {
      this.#outside.delete(work);
    }
  }

  /** Moves the clock by this many milliseconds. Completes work that begins before the end. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await this.#settled();
    for (let next = this.#next(); next && next.time < end; next = this.#next()) {
      this.#sleepers.splice(this.#sleepers.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.time);
      next.wake();
      await this.#settled();
    }
    this.#now = Math.max(this.#now, end);
  }

  async #settled(): Promise<void> {
    await settled();
    while (this.#outside.size > 0) {
      await Promise.allSettled(this.#outside);
      await settled();
    }
  }

  #next(): Sleeper | undefined {
    return this.#sleepers.reduce<Sleeper | undefined>(
      (first, each) => (first && first.time <= each.time ? first : each),
      undefined,
    );
  }
}

/** Resolves when everything has run that does not wait for the clock. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
