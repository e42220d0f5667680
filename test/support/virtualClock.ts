interface Sleeper {
  readonly time: number;
  readonly wake: () => void;
}

/** A clock that moves when it is told to; whoever waits on it is woken in order. */
export class VirtualClock {
  #now = 0;
  #sleepers: Sleeper[] = [];
  readonly #outside = new Set<Promise<unknown>>();

  readonly now = (): number => this.#now;

  /** Resolves when the clock has moved by that much. */
  readonly nextTurn = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ time: this.#now + milliseconds, wake });
    });

  /** Moves the clock for work that takes that long and lets nobody in between. */
  spend(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Work that takes time of the real world and none of this clock's, which waits for it. */
  async outside<Result>(work: Promise<Result>): Promise<Result> {
    this.#outside.add(work);
    try {
      return await work;
    } finally {
      this.#outside.delete(work);
    }
  }

  /** Moves the clock by that much. What is begun before the end is carried through. */
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

/** Resolves when all has happened that can happen without the clock. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
