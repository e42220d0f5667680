/** Longest piece of training between two looks at the message queue, in milliseconds. */
export const pieceLength = 14;
/** Share of the past that is kept, per piece, when the cost of a step is measured. */
const memory = 0.8;
const framesPerSecond = 60;
/** Frames' worth of steps that are made up for at most when the page or the thread fell behind. */
const mostFramesOwed = 6;

/** After so many steps a run that began slowly is faster by a step a frame: it doubles each second. */
const stepsToGain = 60 / Math.LN2;

/**
 * Steps per frame at a step of a run, so that the first steps, which decide most, can be seen: one a
 * frame, doubling each second (with s steps, ds/dt = s ln 2) up to the speed that was chosen.
 */
export function easedSpeed(stepsPerFrame: number, step: number): number {
  if (stepsPerFrame === Infinity) return Infinity;
  return Math.min(stepsPerFrame, Math.max(1, step / stepsToGain));
}

/** How many steps to make now: as many as the speed asks for, and at most one piece's worth. */
export class StepBudget {
  /** At the most, at 60 frames a second; 1/60 = one step a second, Infinity = as fast as the engine can. */
  stepsPerFrame: number;
  #owed = 1;
  #lastTime = 0;
  /** At the present step. */
  #speed = 1;
  #affordable = 1;
  #steps = 0;
  #milliseconds = 0;

  constructor(stepsPerFrame: number) {
    this.stepsPerFrame = stepsPerFrame;
  }

  /** Training begins: the first step is due at once. */
  restart(now: number): void {
    this.#owed = 1;
    this.#lastTime = now;
  }

  /** Steps that take about one piece's time; grows from 1 as steps are measured. */
  get affordable(): number {
    return this.#affordable;
  }

  /** Steps to make now, at that step of the run; 0 when it is not yet time. */
  due(now: number, step: number): number {
    if (this.stepsPerFrame === Infinity) return this.#affordable;
    this.#speed = easedSpeed(this.stepsPerFrame, step);
    const frames = ((now - this.#lastTime) * framesPerSecond) / 1000;
    this.#lastTime = now;
    const most = mostFramesOwed * Math.max(1, this.#speed);
    this.#owed = Math.min(most, this.#owed + frames * this.#speed);
    return this.#owed < this.#portion ? 0 : Math.min(Math.floor(this.#owed), this.#affordable);
  }

  /** Milliseconds until steps are due, from 1 to a frame's time. */
  wait(): number {
    const frames = (this.#portion - this.#owed) / this.#speed;
    return Math.max(1, (Math.min(1, frames) * 1000) / framesPerSecond);
  }

  /** Notes what a piece of training cost. */
  made(steps: number, milliseconds: number): void {
    this.#owed = Math.max(0, this.#owed - steps);
    this.#steps = memory * this.#steps + steps;
    this.#milliseconds = memory * this.#milliseconds + milliseconds;
    const affordable = Math.floor((pieceLength * this.#steps) / this.#milliseconds);
    // A coarse clock may read 0: at most double what was seen, whatever it says.
    this.#affordable = Math.max(1, Math.min(affordable, Math.floor(2 * this.#steps)));
  }

  /** Forgets what steps cost: after a change of the engine, the batch size or the samples. */
  forgetCosts(): void {
    this.#affordable = 1;
    this.#steps = 0;
    this.#milliseconds = 0;
  }

  /** Steps are made a frame's worth at a time. */
  get #portion(): number {
    return Math.max(1, Math.floor(this.#speed));
  }
}
