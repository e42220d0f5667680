import { untrack } from 'svelte';
import { className } from '../../learning/classes.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import { predictedClass } from '../../learning/evaluation/predictedClasses.ts';
import type { Window } from '../../learning/samples.ts';
import type { Decision } from '../evaluation/decision.svelte.ts';
import type { PlotField } from './plotField.svelte.ts';

/** What the plot says about one place. */
export interface Readout extends Point {
  /** `x 0.42, y 0.31`. */
  readonly place: string;
  /** By the decision in use; undefined while there is no field, or no number after a divergence. */
  readonly predicted: number | undefined;
  /** The class whose probability is told: of two always class 1, of more the predicted one. */
  readonly ofClass: number;
  /** Of that class; undefined where `predicted` is. */
  readonly probability: number | undefined;
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
  readonly #field: PlotField;
  readonly #decision: Decision;
  #place = $state.raw<Point>();
  /** Where a key press last came to. */
  #keyedTo = $state.raw<Point>();
  readonly #readout = $derived(this.#read());
  readonly #waits = $derived(this.#awaitsAnswer());
  readonly #spoken = $derived(this.#speak());

  constructor(field: PlotField, decision: Decision) {
    this.#field = field;
    this.#decision = decision;
  }

  get readout(): Readout | undefined {
    return this.#readout;
  }

  /**
   * What a key press last came to, as a sentence to be read aloud: once, when the network has
   * answered, and not again while training continues.
   */
  get spoken(): string {
    return this.#spoken;
  }

  /** Points at a place; data units, moved into the window. */
  point(place: Point): void {
    this.#place = inside(place, this.#field.window);
    this.#keyedTo = undefined;
  }

  /** Moves by an arrow key, or to the middle with Home; returns whether the key was one of these. */
  key(key: string, large: boolean): boolean {
    const { window } = this.#field;
    const { left, right, bottom, top } = window;
    const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
    const stride = strides[key];
    if (!stride && key !== 'Home') return false;
    const { x, y } = (stride && this.#place) ?? middle;
    const step = ((right - left) / keySteps) * (large ? 10 : 1);
    const [across, up] = stride ?? [0, 0];
    this.#place = inside({ x: x + across * step, y: y + up * step }, window);
    this.#keyedTo = this.#place;
    return true;
  }

  leave(): void {
    this.#place = undefined;
    this.#keyedTo = undefined;
  }

  /** Before there is a network there is nothing to wait for. */
  #awaitsAnswer(): boolean {
    const { pictures } = this.#field;
    return this.#keyedTo
      ? pictures !== undefined && !this.#field.predictedAt(this.#keyedTo)
      : false;
  }

  #speak(): string {
    if (!this.#keyedTo || this.#waits) return '';
    return untrack(() => sentence(this.#read()));
  }

  #read(): Readout | undefined {
    const place = this.#place;
    if (!place) return undefined;
    const { window } = this.#field;
    const probabilities = finite(this.#field.probabilitiesAt(place));
    const predicted = probabilities && predictedClass(probabilities, this.#decision.settings);
    const ofClass = this.#field.classes === 2 ? 1 : (predicted ?? 0);
    const digits = Math.max(0, 2 - Math.floor(Math.log10(window.right - window.left)));
    return {
      ...place,
      place: `x ${signed(place.x, digits)}, y ${signed(place.y, digits)}`,
      predicted,
      ofClass,
      probability: probabilities?.[ofClass],
    };
  }
}

function finite(numbers: ArrayLike<number> | undefined): ArrayLike<number> | undefined {
  return numbers && Array.from(numbers).every(Number.isFinite) ? numbers : undefined;
}

function sentence(readout: Readout | undefined): string {
  if (!readout) return '';
  const { place, ofClass, probability, predicted } = readout;
  if (probability === undefined || predicted === undefined) return place;
  return (
    `${place}: ${className(predicted)}, ` +
    `probability of ${className(ofClass)} ${probability.toFixed(2)}`
  );
}

/** With a true minus, and without a minus before zeros. */
function signed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

function inside({ x, y }: Point, { left, right, bottom, top }: Window): Point {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(top, Math.max(bottom, y)) };
}
