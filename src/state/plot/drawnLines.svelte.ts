import type { Point } from '../../learning/datasets/dataset.ts';
import type { Window } from '../../learning/samples.ts';
import type { DrawnLine } from './guessClasses.ts';
import { placeWords } from './placeWords.ts';

/** Points of a line are at least this far from each other, as a share of the side of the window. */
const finest = 0.008;

/** Key presses that cross the window; with Shift, five times fewer. */
const keySteps = 50;

const strides: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** Lines that somebody draws in the plane, by a pointer or by keys. */
export class DrawnLines {
  #ended = $state.raw<readonly DrawnLine[]>([]);
  /** The line that is being drawn. */
  #open = $state.raw<DrawnLine>([]);
  #cross = $state.raw<Point>();
  #spoken = $state('');

  /** Those that are finished. */
  get ended(): readonly DrawnLine[] {
    return this.#ended;
  }

  /** All of them, with the one that is being drawn and, while keys draw it, its way to the cross. */
  get shown(): readonly DrawnLine[] {
    const open = this.#cross && this.#open.length > 0 ? [...this.#open, this.#cross] : this.#open;
    return open.length > 0 ? [...this.#ended, open] : this.#ended;
  }

  /** The place to which keys have come. */
  get cross(): Point | undefined {
    return this.#cross;
  }

  /** What the last key has done, to be read aloud. */
  get spoken(): string {
    return this.#spoken;
  }

  /** A pointer goes down there. */
  begin(place: Point): void {
    this.#cross = undefined;
    this.#open = [place];
  }

  /** A pointer draws up to there. */
  extend(place: Point, { left, right }: Window): void {
    const last = this.#open.at(-1);
    if (!last) return;
    const away = Math.hypot(place.x - last.x, place.y - last.y) / (right - left);
    if (away >= finest) this.#open = [...this.#open, place];
  }

  /** Ends the line that is being drawn; a single point is none. */
  end(): void {
    if (this.#open.length > 1) this.#ended = [...this.#ended, this.#open];
    this.#open = [];
  }

  /**
   * Arrow keys move a cross, Space sets a corner of a line there, Enter ends the line, and Backspace
   * takes back the last corner or line. Returns whether the key was one of these.
   */
  key(key: string, large: boolean, window: Window): boolean {
    const stride = strides[key];
    if (stride) this.#move(stride, large, window);
    else if (key === ' ') this.#setCorner(window);
    else if (key === 'Enter') this.#endAloud();
    else if (key === 'Backspace') this.undo();
    else return false;
    return true;
  }

  /** Takes back the last corner, or else the last line. */
  undo(): void {
    if (this.#open.length > 0) this.#open = this.#open.slice(0, -1);
    else this.#ended = this.#ended.slice(0, -1);
    this.#spoken = 'Taken back.';
  }

  clear(): void {
    this.#open = [];
    this.#ended = [];
    this.#cross = undefined;
    this.#spoken = 'No line.';
  }

  /** The cross goes, and what was not ended. */
  leave(): void {
    this.#cross = undefined;
    this.#open = [];
  }

  #move([across, up]: readonly [number, number], large: boolean, window: Window): void {
    const { left, right, bottom, top } = window;
    const step = ((right - left) / keySteps) * (large ? 5 : 1);
    const { x, y } = this.#cross ?? { x: (left + right) / 2, y: (bottom + top) / 2 };
    this.#cross = {
      x: Math.min(right, Math.max(left, x + across * step)),
      y: Math.min(top, Math.max(bottom, y + up * step)),
    };
    this.#spoken = placeWords(this.#cross, window);
  }

  #setCorner(window: Window): void {
    if (!this.#cross) return;
    this.#open = [...this.#open, this.#cross];
    this.#spoken = `Corner ${this.#open.length} at ${placeWords(this.#cross, window)}.`;
  }

  #endAloud(): void {
    const corners = this.#open.length;
    this.end();
    this.#spoken = corners > 1 ? `Line of ${corners} corners ended.` : 'A line needs two corners.';
  }
}
