interface Mark {
  readonly time: number;
  readonly steps: number;
}

const windowLength = 1000;

/** Steps per second, measured over about the last second of training. Times in milliseconds. */
export class Speedometer {
  #marks: Mark[] = [];

  /** Training begins, or goes on after a rest. */
  restart(now: number): void {
    this.#marks = [{ time: now, steps: 0 }];
  }

  add(steps: number, now: number): void {
    const last = this.#marks.at(-1);
    this.#marks.push({ time: now, steps: (last?.steps ?? 0) + steps });
    while (this.#marks.length > 2 && this.#marks[1].time <= now - windowLength) this.#marks.shift();
  }

  /** 0 before the first step. */
  stepsPerSecond(now: number): number {
    const first = this.#marks.at(0);
    const last = this.#marks.at(-1);
    if (first === undefined || last === undefined || now <= first.time) return 0;
    return ((last.steps - first.steps) * 1000) / (now - first.time);
  }
}
