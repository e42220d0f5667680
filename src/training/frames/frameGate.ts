/** A frame that takes longer than this must leave as much time to training as it takes. */
const cheapFrame = 25;

/**
 * Says when a frame is due: exactly one is on its way to the screen at any time, none is made that
 * could not be sent, and at least half of the time is left to training where frames are dear.
 */
export class FrameGate {
  #free = true;
  #wanted = true;
  #ended = -Infinity;
  #cost = 0;

  /** There is something to show that must not be left out: the state at rest, another view. */
  request(): void {
    this.#wanted = true;
  }

  /** The frame on its way is on the screen. */
  painted(): void {
    this.#free = true;
  }

  /** `stepped`: whether training has moved since the last frame. Times in milliseconds. */
  isDue(now: number, stepped: boolean): boolean {
    if (!this.#free) return false;
    if (this.#wanted) return true;
    const pause = this.#cost > cheapFrame ? this.#cost : 0;
    return stepped && now - this.#ended >= pause;
  }

  /** A frame was made from `begun` to `now` and sent. */
  sent(begun: number, now: number): void {
    this.#free = false;
    this.#wanted = false;
    this.#ended = now;
    this.#cost = now - begun;
  }

  /** Frames cost something else from now on: another engine. */
  forget(): void {
    this.#cost = 0;
  }
}
