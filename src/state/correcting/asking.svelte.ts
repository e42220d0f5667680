import { className } from '../../learning/classes.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import { predictedClass } from '../../learning/evaluation/predictedClasses.ts';
import type { Decision } from '../evaluation/decision.svelte.ts';
import type { Announcer } from '../page/announcer.svelte.ts';
import type { PlotField } from '../plot/plotField.svelte.ts';
import { type FoundSample, type SampleFinder, sampleWords } from '../plot/sampleFinder.ts';

/** What the network says about a place. */
export interface Answer {
  readonly predicted: number;
  /** Of the predicted class. */
  readonly probability: number;
}

/** The tool that asks the model about a place of the plot. */
export class Asking {
  readonly #field: PlotField;
  readonly #decision: Decision;
  readonly #finder: SampleFinder;
  readonly #announcer: Announcer;
  #on = $state(false);
  #place = $state.raw<Point>();
  /** How far a sample may be to be meant, in data units. */
  #reach = $state(0);

  constructor(parts: {
    readonly field: PlotField;
    readonly decision: Decision;
    readonly finder: SampleFinder;
    readonly announcer: Announcer;
  }) {
    this.#field = parts.field;
    this.#decision = parts.decision;
    this.#finder = parts.finder;
    this.#announcer = parts.announcer;
  }

  /** Whether a tap on the plot asks. */
  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    if (!on) this.#place = undefined;
  }

  /** The place that was asked about; undefined before the first question. */
  get place(): Point | undefined {
    return this.#place;
  }

  /** `x 0.42, y 0.31` */
  get placeWords(): string {
    return this.#place ? this.#field.wordsFor(this.#place) : '';
  }

  /** By the decision in use; undefined while the network has none. */
  get answer(): Answer | undefined {
    return this.#place && this.answerAt(this.#place);
  }

  /** The sample that is asked about. */
  get sample(): FoundSample | undefined {
    return this.#place && this.#finder.nearest(this.#place, this.#reach);
  }

  /** What the network says about a place. */
  answerAt(place: Point): Answer | undefined {
    const probabilities = this.#field.probabilitiesAt(place);
    if (!probabilities || !Array.from(probabilities).every(Number.isFinite)) return undefined;
    const predicted = predictedClass(probabilities, this.#decision.settings);
    return { predicted, probability: probabilities[predicted] ?? NaN };
  }

  /** Asks about a place, or the sample within reach of it; data units. The tool is chosen by that. */
  ask(place: Point, reach = 0): void {
    this.#on = true;
    this.#reach = reach;
    this.#place = place;
    const { sample } = this;
    if (sample) this.#place = { x: sample.x, y: sample.y };
    const words = [`${this.placeWords}: ${answerWords(this.answer)}.`];
    if (sample) words.push(`The sample here ${sampleWords(sample)}.`);
    this.#announcer.say(words.join(' '));
  }

  /** Asks nothing more, until the next tap. */
  leave(): void {
    this.#place = undefined;
  }
}

/** `blue, 0.73` */
export function answerWords(answer: Answer | undefined): string {
  if (!answer) return 'no answer yet';
  return `${className(answer.predicted)}, ${answer.probability.toFixed(2)}`;
}
