import type { PageClock } from './pageClock.ts';

/** Milliseconds between two frames of a run of which nothing is shown. */
const slowBeat = 250;

/**
 * Acknowledges a run's frames, so that the next one may come: each once it was painted, however
 * many views show it; at a slow beat where none does.
 */
export class Acknowledger {
  readonly #send: (frame: number) => void;
  readonly #clock: PageClock;
  #frame = 0;
  #shown = false;
  #cancel: (() => void) | undefined;

  constructor(send: (frame: number) => void, clock: PageClock) {
    this.#send = send;
    this.#clock = clock;
  }

  /** A frame of that number has come. */
  receive(frame: number): void {
    this.#frame = frame;
    if (!this.#cancel) this.#schedule();
  }

  /** Whether anything of the run is shown. */
  set shown(shown: boolean) {
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (!this.#cancel) return;
    this.#cancel();
    this.#schedule();
  }

  /** Forgets the frame that waits: another run begins, and counts from 1 again. */
  reset(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #schedule(): void {
    const acknowledge = () => {
      this.#cancel = undefined;
      this.#send(this.#frame);
    };
    this.#cancel = this.#shown
      ? this.#clock.afterPaint(acknowledge)
      : this.#clock.later(acknowledge, slowBeat);
  }
}
