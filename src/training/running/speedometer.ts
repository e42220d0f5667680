interface Mark {
  readonly time: number;
  readonly steps: number;
}

/** Milliseconds over which the speed is measured. */
const measuredTime = 1000;

/** Steps per second, measured over about the last second of training. Times in milliseconds. */
export class Speedometer {
  #marks: Mark[] = [];

  /** Training begins, or continues after a rest. */
  restart(now: number): void {
    this.#marks = [{ time: now, steps: 0 }];
  }

  /** Notes steps that were made up to now. */
  add(steps: number, now: number): void {
    const last = this.#marks.at(-1);
    this.#marks.push({ time: now, steps: (last?.steps ?? 0) + steps });
    while (this.#isOutdated(now)) this.#marks.shift();
  }

  /** 0 before the first step. */
  stepsPerSecond(now: number): number {
    const first = this.#marks.at(0);
    const last = this.#marks.at(-1);
    if (first === undefined || last === undefined || now <= first.time) return 0;
    return ((last.steps - first.steps) * 1000) / (now - first.time);
  }

  /** Whether the rest of the marks still covers the measured time without the first one. */
  #isOutdated(now: number): boolean {
    const second = this.#marks.at(1);
    return this.#marks.length > 2 && second !== undefined && second.time <= now - measuredTime;
  }
}
