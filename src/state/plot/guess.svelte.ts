import type { Decision } from '../evaluation/decision.svelte.ts';
import type { SampleSourceState } from '../experiment/sampleSource.svelte.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import type { DrawnLines } from './drawnLines.svelte.ts';
import { fieldClasses } from './fieldRegions.ts';
import { agreementOf, guessClasses } from './guessClasses.ts';
import { type FieldPlanes, PlotField } from './plotField.svelte.ts';

/** Cells along each side while nothing is trained yet. */
const resolution = 96;

/** How far the colours of a guess are from undecided, 0 to ½: pale, since nobody is sure. */
const certainty = 0.2;

/** What a guess needs of an experiment. */
interface Guessed {
  readonly run: TrainingRun;
  readonly samples: SampleSourceState;
  readonly decision: Decision;
  /** Begins again from the same weights. */
  reset(): void;
}

/** The boundary that somebody expects of a network, and how far it is right. */
export class Guess {
  /** What the network predicts. */
  readonly field: PlotField;
  readonly lines: DrawnLines;
  readonly #experiment: Guessed;
  readonly #classes = $derived.by(() => this.#guessed());
  readonly #learned = $derived.by(() => this.#predicted());

  constructor(experiment: Guessed, lines: DrawnLines) {
    this.#experiment = experiment;
    this.lines = lines;
    this.field = new PlotField(experiment.run, experiment.samples);
  }

  /** Whether the network has learned something: then it is shown, and the guess stays as it is. */
  get revealed(): boolean {
    return (this.#experiment.run.state.progress?.step ?? 0) > 0;
  }

  get drawn(): boolean {
    return this.lines.ended.length > 0;
  }

  /** The share of the plane, 0 to 1, on which guess and network predict the same class. */
  get agreement(): number | undefined {
    const [guessed, learned] = [this.#classes, this.#learned];
    return guessed && learned && agreementOf(guessed, learned);
  }

  /** What is seen: the guess until the network has learned something, then the network. */
  get planes(): FieldPlanes | undefined {
    if (this.revealed) return this.field.planes;
    const { window, classes } = this.field;
    return this.#classes && { values: palePlanes(this.#classes, classes), resolution, window };
  }

  /** Cells along each side in which the two differ, row 0 at the bottom; none before training. */
  get differences():
    { readonly cells: readonly boolean[]; readonly resolution: number } | undefined {
    const [guessed, learned] = [this.#classes, this.#learned];
    if (!guessed || !learned) return undefined;
    const cells = Array.from(guessed, (label, cell) => label !== learned[cell]);
    return { cells, resolution: Math.sqrt(cells.length) };
  }

  /** Begins again without a guess, and with a network that has learned nothing. */
  startOver(): void {
    this.lines.clear();
    this.#experiment.reset();
  }

  #guessed(): Uint8Array | undefined {
    const { samples } = this.#experiment;
    const cells = this.#learned ? Math.sqrt(this.#learned.length) : resolution;
    return guessClasses(this.lines.ended, samples.sets.training, this.field.window, cells);
  }

  #predicted(): Uint8Array | undefined {
    const { planes } = this.field;
    if (!this.revealed || !planes) return undefined;
    return fieldClasses(planes, this.#experiment.decision.settings);
  }
}

/** A field in which each cell is a little more of its class. */
function palePlanes(labels: Uint8Array, classes: number): Float32Array {
  if (classes === 2) {
    return Float32Array.from(labels, (label) => 0.5 + (label === 1 ? certainty : -certainty));
  }
  const even = (1 - 2 * certainty) / classes;
  const planes = new Float32Array(labels.length * classes).fill(even);
  labels.forEach((label, cell) => {
    planes[label * labels.length + cell] = even + 2 * certainty;
  });
  return planes;
}
