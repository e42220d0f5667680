/** Training between two looks at the messages, in milliseconds. */
const chunkLength = 14;
/** How much of the past counts when the cost of a step is measured: share kept per chunk. */
const memory = 0.8;
const framesPerSecond = 60;
/** A page that fell behind makes up for this many frames and no more. */
const framesOwed = 6;

/** How many steps to make when: as many as the speed asks for, never more than a chunk's worth. */
export class Pace {
  /** At 60 frames a second; 1/60 = one step a second, Infinity = as fast as it goes. */
  stepsPerFrame: number;
  #owed = 1;
  #lastTime = 0;
  #bearable = 1;
  #steps = 0;
  #milliseconds = 0;

  constructor(stepsPerFrame: number) {
    this.stepsPerFrame = stepsPerFrame;
  }

  /** Training begins: the first step comes at once. */
  restart(now: number): void {
    this.#owed = 1;
    this.#lastTime = now;
  }

  /** Steps that take about a chunk's time; grows from 1 as steps are measured. */
  get bearable(): number {
    return this.#bearable;
  }

  /** Steps to make now; 0 when it is not yet time. */
  due(now: number): number {
    if (this.stepsPerFrame === Infinity) return this.#bearable;
    const frames = ((now - this.#lastTime) * framesPerSecond) / 1000;
    this.#lastTime = now;
    const most = framesOwed * Math.max(1, this.stepsPerFrame);
    this.#owed = Math.min(most, this.#owed + frames * this.stepsPerFrame);
    return this.#owed < this.#portion ? 0 : Math.min(Math.floor(this.#owed), this.#bearable);
  }

  /** Milliseconds until steps are due, from 1 to a frame's time. */
  wait(): number {
    const frames = (this.#portion - this.#owed) / this.stepsPerFrame;
    return Math.max(1, (Math.min(1, frames) * 1000) / framesPerSecond);
  }

  /** So many steps were made and took so long. */
  made(steps: number, milliseconds: number): void {
    this.#owed = Math.max(0, this.#owed - steps);
    this.#steps = memory * this.#steps + steps;
    this.#milliseconds = memory * this.#milliseconds + milliseconds;
    const affordable = Math.floor((chunkLength * this.#steps) / this.#milliseconds);
    // A coarse clock may read 0: no more than double what was seen, whatever it says.
    this.#bearable = Math.max(1, Math.min(affordable, Math.floor(2 * this.#steps)));
  }

  /** Steps cost something else from now on: another engine, another batch size. */
  forget(): void {
    this.#bearable = 1;
    this.#steps = 0;
    this.#milliseconds = 0;
  }

  /** Steps are made a frame's worth at a time. */
  get #portion(): number {
    return Math.max(1, Math.floor(this.stepsPerFrame));
  }
}
