/** What the cells of a notebook import from `./edgewise.js`. */

/** One sample: its place, and the number of its class (0 is red, 1 is blue). */
export interface SampleRow {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** Samples for training, or for training and evaluation. */
export type SampleRows =
  | readonly SampleRow[]
  | { readonly training: readonly SampleRow[]; readonly evaluation: readonly SampleRow[] };

/** The value of an option: a text, a number, or a list of these. */
export type OptionValue = string | number | readonly (string | number)[];

/**
 * The options of a trainer have the names of the address of the playground, `weightDecay` for
 * `weight-decay`: `{data: "moon", hidden: [8, 4], updater: "adam", rate: 0.01}`.
 */
export interface TrainerOptions {
  readonly [name: string]: OptionValue | SampleRows | undefined;
  /** The name of a data set, or samples. */
  readonly data?: string | SampleRows;
}

/** Where a trainer is. */
export interface TrainerValue {
  readonly step: number;
  readonly epoch: number;
  /** Whether it trains at this moment. */
  readonly training: boolean;
  /** Whether it has reached a stop rule, such as the last epoch. */
  readonly finished: boolean;
  /** The mean negative log likelihood of both sets; NaN before it is known. */
  readonly trainingLoss: number;
  readonly evaluationLoss: number;
  /** The share of right predictions, 0 to 1; NaN before it is known. */
  readonly trainingAccuracy: number;
  readonly evaluationAccuracy: number;
}

/**
 * A network that trains, as an element in the convention of Observable Inputs. Each option is also a
 * property that may be set while it trains: `net.rate = 0.1`.
 */
export interface Trainer extends HTMLElement {
  readonly value: TrainerValue;
  /** Trains until the last epoch, or goes on training. */
  train(): this;
  pause(): this;
  /** Makes one step, or one epoch, when it does not train. */
  step(unit?: 'step' | 'epoch'): this;
  /** Begins again from the same weights. */
  reset(): this;
  /** Changes several options at once. Throws a RangeError for one that cannot be used. */
  set(options: TrainerOptions): this;
  /** All weights and biases: layer by layer, weights [input][unit], then biases. */
  parameters(): Promise<Float32Array>;
  /** Replaces all weights and biases. Throws a RangeError for another number of them. */
  setParameters(parameters: ArrayLike<number>): this;
  /** Ends it. One that was shown ends by itself when it is not shown any more. */
  dispose(): void;
}

/** What a guess is worth. */
export interface GuessValue {
  /** Whether there is a line. */
  readonly drawn: boolean;
  /** The share of the plane, 0 to 1, on which guess and network agree; NaN before it has learned. */
  readonly agreement: number;
}

/** Where the reader draws a boundary, in the convention of Observable Inputs. */
export interface Guess extends HTMLElement {
  readonly value: GuessValue;
}

/** How probabilities become predictions. */
export interface DecisionOptions {
  /** 0 to 1. */
  readonly threshold?: number;
  /** The name of the positive class. */
  readonly positive?: string;
}

/** The scores of one set. Those of one class are of the positive class. */
export interface Scores {
  readonly samples: number;
  /** How many samples of each class (row) were predicted as each class (column). */
  readonly confusion: readonly (readonly number[])[];
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly mcc: number;
  readonly falsePositiveRate: number;
  readonly falseNegativeRate: number;
  readonly logLoss: number;
  readonly brier: number;
  readonly areaUnderRoc: number;
  readonly areaUnderPrecisionRecall: number;
}

/** A network that trains: its plot and its controls. */
export const trainer: (options?: TrainerOptions) => Trainer;

/** Pictures of a trainer; each may be shown any number of times. */
export const plot: (trainer: Trainer) => HTMLElement;
export const lossChart: (trainer: Trainer) => HTMLElement;
export const statistics: (trainer: Trainer) => HTMLElement;
export const confusionMatrix: (trainer: Trainer) => HTMLElement;
export const roc: (trainer: Trainer) => HTMLElement;
export const precisionRecall: (trainer: Trainer) => HTMLElement;
export const networkDiagram: (trainer: Trainer) => HTMLElement;
export const controls: (trainer: Trainer) => HTMLElement;

/** Where the reader draws the boundary that a trainer is expected to learn. */
export const guess: (trainer: Trainer) => Guess;

/** The samples of a data set: `samples({data: "moon", training: 200})`. */
export const samples: (
  options?: string | TrainerOptions,
) => Record<'training' | 'evaluation', SampleRow[]>;

/** The scores of a trainer as they are now, also for another decision; undefined before its first. */
export const evaluate: (
  trainer: Trainer,
  decision?: DecisionOptions,
) => Readonly<Record<'training' | 'evaluation', Scores>> | undefined;

/** The statistics of a trainer as text, as they are now. */
export const stats: (trainer: Trainer) => string;
