/** Milliseconds; a frame that costs more must leave as much time to training as it took. */
const cheapFrame = 25;

/**
 * Says when a frame is due: at most one is on its way to the screen at any time, none is made that
 * could not be sent, and at least half of the time is left to training where frames are expensive.
 */
export class FrameGate {
  /** Number of the last frame sent, and of the last one that was painted. */
  #sent = 0;
  #painted = 0;
  #requested = true;
  #ended = -Infinity;
  #cost = 0;

  /** Asks for a frame that must not be left out: the state at rest, for example. */
  request(): void {
    this.#requested = true;
  }

  /** The frame of that number was painted. Only the last one sent counts. */
  acknowledge(frame: number): void {
    if (frame === this.#sent) this.#painted = frame;
  }

  /** `stepped`: whether training has moved since the last frame. Times in milliseconds. */
  isDue(now: number, stepped: boolean): boolean {
    if (this.#painted !== this.#sent) return false;
    if (this.#requested) return true;
    const pause = this.#cost > cheapFrame ? this.#cost : 0;
    return stepped && now - this.#ended >= pause;
  }

  /** Notes that a frame was made from `begun` to `now`. Returns its number, from 1. */
  send(begun: number, now: number): number {
    this.#sent++;
    this.#requested = false;
    this.#ended = now;
    this.#cost = now - begun;
    return this.#sent;
  }

  /** Frames cost something else from now on: another engine. */
  forgetCosts(): void {
    this.#cost = 0;
  }
}
