import { className } from '../../learning/classes.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import type { Snapshot } from '../../learning/engine.ts';
import { added, indexOfSample, without } from '../drawing/sampleEdits.ts';
import type { RunEvaluation, SetAccuracies } from '../evaluation/runEvaluation.svelte.ts';
import type { SampleSourceState } from '../experiment/sampleSource.svelte.ts';
import type { Announcer } from '../page/announcer.svelte.ts';
import type { FieldPlanes, PlotField } from '../plot/plotField.svelte.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import { type Answer, type Asking, answerWords } from './asking.svelte.ts';

/** How the model stands: its answer for a place, its boundary, its accuracies. */
export interface Standing {
  readonly answer: Answer | undefined;
  readonly accuracies: SetAccuracies;
  /** What it predicts over the window; undefined where that was not seen. */
  readonly planes: FieldPlanes | undefined;
}

/** A sample with the right class, where the model was wrong. */
export interface Correction extends Point {
  /** `x 0.42, y 0.31` */
  readonly place: string;
  readonly label: number;
  readonly before: Standing;
  /** K of the model then. */
  readonly classes: number;
  /** The model of before, if it was at rest. */
  readonly weights: Snapshot | undefined;
}

/** Corrections that can be undone; each keeps a boundary and the weights. */
const mostKept = 100;

/** How many epochs a correction may train on. */
export const correctionEpochs = { min: 1, max: 1000, default: 10, integer: true } as const;

/** Mends wrong answers: adds the right one to the training set, and trains on. */
export class Corrections {
  readonly #parts: CorrectionParts;
  #made = $state.raw<readonly Correction[]>([]);
  #compared = $state.raw<Correction>();
  /** The epoch to which the newest correction has trained. */
  #reached = 0;
  /** How many epochs a correction trains on. */
  epochs = $state<number>(correctionEpochs.default);

  constructor(parts: CorrectionParts) {
    this.#parts = parts;
  }

  /** Those whose sample is in the training set, the newest first. */
  get list(): readonly Correction[] {
    const { training } = this.#parts.samples.sets;
    return this.#made.filter((each) => indexOfSample(training, each) >= 0);
  }

  /** The correction whose model of before is compared with the present one. */
  get compared(): Correction | undefined {
    const one = this.#compared;
    return one?.classes === this.#parts.field.classes && this.list.includes(one) ? one : undefined;
  }

  /** How the model stands now, at the place of a correction. */
  standingAt(place: Point): Standing {
    const { asking, evaluation, field } = this.#parts;
    return {
      answer: asking.answerAt(place),
      accuracies: evaluation.accuracies,
      planes: field.planes,
    };
  }

  /** "That was wrong: it is red": adds the sample, and trains on from the present weights. */
  correct({ x, y }: Point, label: number): void {
    const { run, samples, field, announcer } = this.#parts;
    const correction: Correction = {
      ...{ x, y, label },
      place: field.wordsFor({ x, y }),
      before: this.standingAt({ x, y }),
      classes: field.classes,
      weights: this.#restingWeights(),
    };
    const { epoch = 0, position = 0 } = run.state.progress ?? {};
    samples.edit('training', added(samples.sets.training, [{ x, y, label }]));
    this.#made = [correction, ...this.#made].slice(0, mostKept);
    this.#compared = correction;
    // The change of the samples ends the running epoch.
    this.#reached = epoch + (position > 0 ? 1 : 0);
    const was = correction.before.answer;
    const words = `Added: ${className(label)} at ${correction.place}, which was ${answerWords(was)}.`;
    announcer.say(`${words} ${this.#goOn()}`);
  }

  /** So many epochs more. */
  trainOn(): void {
    this.#parts.announcer.say(this.#goOn());
  }

  /**
   * Takes the sample of a correction away. Where it was the last thing that the model has learned from,
   * the weights of before come back; else they stay.
   */
  undo(correction: Correction): void {
    const { run, samples, announcer } = this.#parts;
    const { training } = samples.sets;
    const index = indexOfSample(training, correction);
    if (index < 0) return;
    const weights = this.#isNewest(correction) ? correction.weights : undefined;
    if (run.state.underWay && run.state.single) run.pause();
    samples.edit('training', without(training, [index]));
    if (weights) run.restore(weights);
    this.#made = this.#made.filter((each) => each !== correction);
    const then = weights
      ? `The run is back at step ${weights.progress.step}.`
      : 'The weights stay as they are; train on to learn without it.';
    announcer.say(`The correction at ${correction.place} is undone. ${then}`);
  }

  /** Compares no more. */
  closeComparison(): void {
    this.#compared = undefined;
  }

  /** Another run begins: no model of before has to do with it. */
  leaveRun(): void {
    this.closeComparison();
    this.#reached = -1;
  }

  #goOn(): string {
    const { epochs } = this;
    if (!this.#parts.run.trainOn(epochs)) return 'The run cannot train on as it is.';
    this.#reached += epochs;
    return `Training on for ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}.`;
  }

  /** The exact state of the model; undefined while it trains, or where it is not known. */
  #restingWeights(): Snapshot | undefined {
    const { underWay, lastGood, progress } = this.#parts.run.state;
    return !underWay && lastGood?.progress.step === progress?.step ? lastGood : undefined;
  }

  /** Whether nothing was learned after it, but by it. */
  #isNewest(correction: Correction): boolean {
    const { progress } = this.#parts.run.state;
    return this.list[0] === correction && (progress?.epoch ?? 0) <= this.#reached;
  }
}

interface CorrectionParts {
  readonly run: TrainingRun;
  readonly samples: SampleSourceState;
  readonly field: PlotField;
  readonly evaluation: RunEvaluation;
  readonly asking: Asking;
  readonly announcer: Announcer;
}
