import type { Point } from '../../learning/datasets/dataset.ts';
import { type JudgedSample, worstSamples } from '../../learning/evaluation/worstSamples.ts';
import type { Samples, SetName } from '../../learning/samples.ts';
import type { SampleMending } from '../experiment/sampleMending.ts';
import type { SampleSourceState } from '../experiment/sampleSource.svelte.ts';
import type { Announcer } from '../page/announcer.svelte.ts';
import type { Display } from '../page/display.svelte.ts';
import type { PlotField } from '../plot/plotField.svelte.ts';
import type { FoundSample } from '../plot/sampleFinder.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import { type CountedSamples, countWords, isSameChoice } from './countedSamples.ts';
import type { Decision } from './decision.svelte.ts';

/** A sample of the list, with its place. */
export interface ListedSample extends JudgedSample, Point {
  /** `x 0.42, y 0.31`. */
  readonly place: string;
}

/** The list of the samples that a number counted. */
interface List {
  readonly asked: CountedSamples;
  readonly samples: Samples;
  readonly found: readonly JudgedSample[];
}

/** As many are listed and marked at first; so many more are, each time that more are asked for. */
const pageSize = 50;

/** The samples behind a number of the evaluation: lists them, worst first, and mends them. */
export class SamplesBehind {
  readonly #parts: SamplesBehindParts;
  #asked = $state.raw<CountedSamples>();
  #limit = $state(pageSize);
  #chosen = $state<number>();
  /** The set was hidden until the list showed it. */
  #uncovered: SetName | undefined;
  #last: List | undefined;
  readonly #found = $derived(this.#find());
  readonly #listed = $derived(this.#found.slice(0, this.#limit).map((each) => this.#list(each)));

  constructor(parts: SamplesBehindParts) {
    this.#parts = parts;
  }

  /** The number that was asked; undefined while no list is open. */
  get asked(): CountedSamples | undefined {
    return this.#asked;
  }

  /** Whether that very number is asked. */
  isOpen({ set, choice }: CountedSamples): boolean {
    const asked = this.#asked;
    return asked?.set === set && isSameChoice(asked.choice, choice);
  }

  /** How many samples it counts. */
  get count(): number {
    return this.#found.length;
  }

  /**
   * The worst of them first, as far as they are listed. While the network trains, the list stays as
   * it was when training began, so that no sample moves away from a finger.
   */
  get listed(): readonly ListedSample[] {
    return this.#listed;
  }

  /** The sample of the list that is looked at. */
  get chosen(): ListedSample | undefined {
    return this.#listed.find(({ index }) => index === this.#chosen);
  }

  /** `12 red samples of the evaluation set are predicted blue` */
  get title(): string {
    return this.#asked ? countWords(this.#asked, this.count) : '';
  }

  /** Lists the samples of a number, or no longer if it is asked again. */
  ask(number: CountedSamples): void {
    if (this.isOpen(number)) {
      this.close();
      return;
    }
    this.close();
    this.#asked = number;
    const { display, announcer } = this.#parts;
    if (!display.shows(number.set)) {
      this.#uncovered = number.set;
      display.show(number.set, true);
    }
    announcer.say(`${this.title}${this.count > 0 ? ', the worst first' : ''}.`);
  }

  close(): void {
    if (this.#uncovered) this.#parts.display.show(this.#uncovered, false);
    this.#uncovered = undefined;
    this.#asked = undefined;
    this.#chosen = undefined;
    this.#limit = pageSize;
  }

  more(): void {
    this.#limit += pageSize;
  }

  /** Looks at a sample of the list. */
  choose({ index }: { readonly index: number }): void {
    this.#chosen = index;
    const { chosen } = this;
    if (chosen) this.#parts.field.zoom.reveal(chosen);
  }

  /** Looks at the sample if it is in the list; returns whether it is. */
  chooseFound({ set, index }: FoundSample): boolean {
    if (this.#asked?.set !== set || !this.#listed.some((each) => each.index === index)) {
      return false;
    }
    this.#chosen = index;
    return true;
  }

  /** Gives a sample of the list another class. */
  relabel(sample: ListedSample, label: number): void {
    const asked = this.#asked;
    if (!asked) return;
    const rest = this.#found.filter(({ index }) => index !== sample.index);
    this.#parts.mending.relabel({ ...sample, set: asked.set }, label);
    this.#goOnWith(asked, rest);
  }

  erase(sample: ListedSample): void {
    const asked = this.#asked;
    if (!asked) return;
    const rest = withoutIndex(this.#found, sample.index);
    if (this.#parts.mending.erase({ ...sample, set: asked.set })) this.#goOnWith(asked, rest);
  }

  /** `found`: what is in the list until the network has judged the other samples. */
  #goOnWith(asked: CountedSamples, found: readonly JudgedSample[]): void {
    this.#last = { asked, samples: this.#parts.samples.sets[asked.set], found };
    this.#chosen = undefined;
  }

  #find(): readonly JudgedSample[] {
    const asked = this.#asked;
    if (!asked) return [];
    const { run, decision } = this.#parts;
    const samples = this.#parts.samples.sets[asked.set];
    const last = this.#last;
    const known = last?.asked === asked && last.samples === samples ? last.found : undefined;
    if (known && run.state.underWay) return known;
    const probabilities = run.probabilities(asked.set);
    if (!probabilities) return known ?? [];
    const found = worstSamples(samples.labels, probabilities, asked.choice, decision.settings);
    this.#last = { asked, samples, found };
    return found;
  }

  #list(sample: JudgedSample): ListedSample {
    const { samples, field } = this.#parts;
    const { points } = samples.sets[this.#asked?.set ?? 'training'];
    const at = { x: points[2 * sample.index] ?? NaN, y: points[2 * sample.index + 1] ?? NaN };
    return { ...sample, ...at, place: field.wordsFor(at) };
  }
}

interface SamplesBehindParts {
  readonly run: TrainingRun;
  readonly samples: SampleSourceState;
  readonly display: Display;
  readonly decision: Decision;
  readonly field: PlotField;
  readonly announcer: Announcer;
  readonly mending: SampleMending;
}

/** The samples that stay when the one of that index is erased. */
function withoutIndex(found: readonly JudgedSample[], gone: number): readonly JudgedSample[] {
  return found
    .filter(({ index }) => index !== gone)
    .map((each) => ({ ...each, index: each.index - (each.index > gone ? 1 : 0) }));
}
