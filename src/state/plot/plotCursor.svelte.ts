import { untrack } from 'svelte';
import { className } from '../../learning/classes.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import { predictedClass } from '../../learning/evaluation/predictedClasses.ts';
import type { Window } from '../../learning/samples.ts';
import type { Decision } from '../evaluation/decision.svelte.ts';
import type { PlotField } from './plotField.svelte.ts';
import { type FoundSample, type SampleFinder, sampleWords } from './sampleFinder.ts';

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
/** A cross that keys move reads a sample within this part of the window. */
const keyReach = 60;
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
  readonly #finder: SampleFinder | undefined;
  /** Which of the wrong samples a key has led to, and how many there were; from 0. */
  #wrongOne = $state.raw<{ readonly index: number; readonly count: number }>();
  #place = $state.raw<Point>();
  /** How far a sample may be to be read, in data units. */
  #reach = $state(0);
  /** Where a key press last came to. */
  #keyedTo = $state.raw<Point>();
  readonly #readout = $derived(this.#read());
  readonly #waits = $derived(this.#awaitsAnswer());
  readonly #spoken = $derived(this.#speak());

  /** Without a finder it reads places alone, and no samples. */
  constructor(field: PlotField, decision: Decision, finder?: SampleFinder) {
    this.#field = field;
    this.#decision = decision;
    this.#finder = finder;
  }

  /** The sample at which, or next to which, the user points. */
  get sample(): FoundSample | undefined {
    return this.#place && this.#finder?.nearest(this.#place, this.#reach);
  }

  /** How far a sample may be to be meant, in data units. */
  get reach(): number {
    return this.#reach;
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

  /** Points at a place, and at a sample within reach of it; data units, moved into the window. */
  point(place: Point, reach = 0): void {
    this.#place = inside(place, this.#field.window);
    this.#reach = reach;
    this.#wrongOne = undefined;
    this.#keyedTo = undefined;
  }

  /**
   * Moves by an arrow key, to the middle with Home, or to the next or last wrong sample with n and
   * N; zooms about the cross with + and −, and with 0 shows all. The window follows a cross that
   * leaves it. Returns whether the key was one of these.
   */
  key(key: string, large: boolean): boolean {
    if (this.#field.zoom.key(key, this.#place)) return true;
    if (key === 'n' || key === 'N') return this.#toWrong(key === 'n' ? 1 : -1);
    const { left, right, bottom, top } = this.#field.window;
    const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
    const stride = strides[key];
    if (!stride && key !== 'Home') return false;
    const { x, y } = (stride && this.#place) ?? middle;
    const step = ((right - left) / keySteps) * (large ? 10 : 1);
    const [across, up] = stride ?? [0, 0];
    const { zoom } = this.#field;
    this.#place = inside({ x: x + across * step, y: y + up * step }, zoom.reach);
    zoom.follow(this.#place);
    this.#wrongOne = undefined;
    this.#reach = (right - left) / keyReach;
    this.#keyedTo = this.#place;
    return true;
  }

  leave(): void {
    this.#place = undefined;
    this.#wrongOne = undefined;
    this.#keyedTo = undefined;
  }

  /** Goes on along the wrong samples, the least sure of them first. */
  #toWrong(way: number): boolean {
    const all = this.#finder?.wrongOnes() ?? [];
    if (all.length === 0) {
      this.leave();
      return true;
    }
    const { index } = this.#wrongOne ?? { index: way > 0 ? -1 : 0 };
    const next = (Math.min(index, all.length) + way + all.length) % all.length;
    const sample = all[next];
    if (!sample) return true;
    this.#place = { x: sample.x, y: sample.y };
    this.#field.zoom.reveal(this.#place);
    this.#reach = 0;
    this.#wrongOne = { index: next, count: all.length };
    this.#keyedTo = this.#place;
    return true;
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
    return untrack(() => {
      const { sample } = this;
      const one = this.#wrongOne;
      const count = one ? `wrong sample ${one.index + 1} of ${one.count}: ` : 'sample ';
      return sample ? count + sampleWords(sample) : sentence(this.#read());
    });
  }

  #read(): Readout | undefined {
    const place = this.#place;
    if (!place) return undefined;
    const probabilities = finite(this.#field.probabilitiesAt(place));
    const predicted = probabilities && predictedClass(probabilities, this.#decision.settings);
    const ofClass = this.#field.classes === 2 ? 1 : (predicted ?? 0);
    return {
      ...place,
      place: this.#field.wordsFor(place),
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

function inside({ x, y }: Point, { left, right, bottom, top }: Window): Point {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(top, Math.max(bottom, y)) };
}
