import type { Timer } from '../../training/timer.ts';

/** Milliseconds between two looks at the clock. */
const beat = 500;

/** Time that runs out. */
export class Countdown {
  readonly #timer: Timer;
  readonly #end: number;
  #left = $state(0);

  constructor(timer: Timer, milliseconds: number) {
    this.#timer = timer;
    this.#end = timer.now() + milliseconds;
    this.#left = milliseconds;
  }

  /** Milliseconds; 0 when it is over. */
  get left(): number {
    return this.#left;
  }

  /** Lets it run until it is over; returns what stops it. */
  run(): () => void {
    let cancel: () => void = () => undefined;
    const tick = () => {
      this.#left = Math.max(0, this.#end - this.#timer.now());
      if (this.#left > 0) cancel = this.#timer.later(tick, beat);
    };
    cancel = this.#timer.later(tick, beat);
    return () => cancel();
  }
}
