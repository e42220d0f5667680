import type { Point } from '../../learning/datasets/dataset.ts';
import { predictedClass } from '../../learning/evaluation/predictedClasses.ts';
import type { Window } from '../../learning/samples.ts';
import { fieldValue } from './fieldValue.ts';
import type { Playground } from '../experiment/playground.svelte.ts';

/** What the plot says about one place. */
export interface Readout extends Point {
  /** `x 0.42, y 0.31`. */
  readonly place: string;
  /** Of blue; undefined while there is no field. */
  readonly probability: number | undefined;
  /** 0 or 1, by the threshold in use; undefined while there is no field. */
  readonly predicted: number | undefined;
}

/** Key presses that cross the plot from one side to the other; with Shift, ten times fewer. */
const keySteps = 100;
const strides: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** The place in the plot that the user points at, by mouse, finger or keys, and what is there. */
export class PlotCursor {
  readonly #playground: Playground;
  #place = $state.raw<Point>();
  #spoken = $state('');
  readonly #readout = $derived(this.#read());

  constructor(playground: Playground) {
    this.#playground = playground;
  }

  get readout(): Readout | undefined {
    return this.#readout;
  }

  /** What a key press last came to, as a sentence to be read aloud. */
  get spoken(): string {
    return this.#spoken;
  }

  /** Points at a place; data units, moved into the window. */
  point(place: Point): void {
    this.#place = inside(place, this.#playground.window);
    this.#spoken = '';
  }

  /** Moves by an arrow key, or to the middle with Home; tells whether the key was one of these. */
  key(key: string, large: boolean): boolean {
    const { window } = this.#playground;
    const { left, right, bottom, top } = window;
    const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
    const stride = strides[key] as readonly [number, number] | undefined;
    if (!stride && key !== 'Home') return false;
    const { x, y } = (stride && this.#place) ?? middle;
    const step = ((right - left) / keySteps) * (large ? 10 : 1);
    const [across, up] = stride ?? [0, 0];
    this.#place = inside({ x: x + across * step, y: y + up * step }, window);
    this.#spoken = sentence(this.#read());
    return true;
  }

  leave(): void {
    this.#place = undefined;
    this.#spoken = '';
  }

  #read(): Readout | undefined {
    const place = this.#place;
    if (!place) return undefined;
    const { run, window, settings } = this.#playground;
    const probability = run.frame && fieldValue(run.frame, place);
    const digits = Math.max(0, 2 - Math.floor(Math.log10(window.right - window.left)));
    return {
      ...place,
      place: `x ${signed(place.x, digits)}, y ${signed(place.y, digits)}`,
      probability,
      predicted:
        probability === undefined
          ? undefined
          : predictedClass([1 - probability, probability], settings),
    };
  }
}

function sentence(readout: Readout | undefined): string {
  if (!readout) return '';
  const { place, probability, predicted } = readout;
  if (probability === undefined) return place;
  const name = predicted === 1 ? 'blue' : 'red';
  return `${place}: ${name}, probability of blue ${probability.toFixed(2)}`;
}

/** With a true minus, and without a minus before zeros. */
function signed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

function inside({ x, y }: Point, { left, right, bottom, top }: Window): Point {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(top, Math.max(bottom, y)) };
}
