import type { SetName, Window } from '../../learning/samples.ts';

/** What every watch has. */
interface WatchBase {
  /** Under which the pictures of this watch are found in a frame; unique within a session. */
  readonly id: string;
  /**
   * Pictures a second at most while it trains; Infinity = one in every frame. At rest there is
   * always a picture of the state at rest.
   */
  readonly rate: number;
}

/** The probability of one class over the plane. */
export interface FieldWatch extends WatchBase {
  readonly kind: 'field';
  readonly class: number;
  readonly window: Window;
  /**
   * Cells along each side while it trains, at most (slow engines halve it), and at rest. Best a
   * power of two, or 3 or 5 times one, so that it can be halved.
   */
  readonly resolution: number;
  readonly restResolution: number;
}

/** The class probabilities of all samples of a set, and the loss. */
export interface ProbabilitiesWatch extends WatchBase {
  readonly kind: 'probabilities';
  readonly set: SetName;
}

/** The class probabilities at a few points, exactly: a field knows them at the centres of its cells. */
export interface PointsWatch extends WatchBase {
  readonly kind: 'points';
  /** x, y, x, y, … in data units; at most `mostPoints` points. */
  readonly points: readonly number[];
}

export const mostPoints = 64;

/** What all hidden units answer over the plane, in small. */
export interface UnitsWatch extends WatchBase {
  readonly kind: 'units';
  readonly window: Window;
  /** Cells along each side; at most `finestUnits`. */
  readonly resolution: number;
}

export const finestUnits = 32;

/** A hidden unit. */
export interface UnitPlace {
  /** Hidden layers are counted from 0, from the input to the output. */
  readonly layer: number;
  readonly unit: number;
}

/** What one hidden unit answers over the plane. */
export interface UnitWatch extends WatchBase, UnitPlace {
  readonly kind: 'unit';
  readonly window: Window;
  /** As those of a field. */
  readonly resolution: number;
  readonly restResolution: number;
}

/** What one hidden unit answers to samples of the training set, evenly taken from it. */
export interface ActivationsWatch extends WatchBase, UnitPlace {
  readonly kind: 'activations';
}

/** At most so many samples are asked for the activations of a unit. */
export const mostActivations = 1_000;

/** All weights and biases. */
export interface ParametersWatch extends WatchBase {
  readonly kind: 'parameters';
}

/** One thing that the page asks to see. The worker computes what is watched, and nothing else. */
export type Watch =
  | FieldWatch
  | ProbabilitiesWatch
  | PointsWatch
  | UnitsWatch
  | UnitWatch
  | ActivationsWatch
  | ParametersWatch;

/** What a field watch shows. */
export interface FieldPicture {
  readonly kind: 'field';
  readonly class: number;
  readonly window: Window;
  /** Cells along each side. */
  readonly resolution: number;
  /** Probability of the class, resolution × resolution, row 0 at the bottom, column 0 at the left. */
  readonly values: Float32Array;
}

/** What a probabilities watch shows. */
export interface ProbabilitiesPicture {
  readonly kind: 'probabilities';
  readonly set: SetName;
  /** n×K, row-major. */
  readonly values: Float32Array;
  /** Of the set, at the same step: see `Engine.loss`. */
  readonly loss: number;
}

/** What a points watch shows. */
export interface PointsPicture {
  readonly kind: 'points';
  /** n×K class probabilities, row-major. */
  readonly values: Float32Array;
}

/** What a units watch shows. */
export interface UnitsPicture {
  readonly kind: 'units';
  readonly window: Window;
  readonly resolution: number;
  /** Units of each hidden layer. */
  readonly units: readonly number[];
  /** A plane of activations, laid out as that of a field, for each unit, layer by layer. */
  readonly values: Float32Array;
}

/** What a unit watch shows. */
export interface UnitPicture extends UnitPlace {
  readonly kind: 'unit';
  readonly window: Window;
  readonly resolution: number;
  /** Activations, laid out as a field. */
  readonly values: Float32Array;
}

/** What an activations watch shows. */
export interface ActivationsPicture extends UnitPlace {
  readonly kind: 'activations';
  /** One for each sample that was asked. */
  readonly values: Float32Array;
}

/** What a parameters watch shows. */
export interface ParametersPicture {
  readonly kind: 'parameters';
  /** In the order of `Snapshot.parameters`. */
  readonly values: Float32Array;
}

/** What a watch shows, in a frame. */
export type Picture =
  | FieldPicture
  | ProbabilitiesPicture
  | PointsPicture
  | UnitsPicture
  | UnitPicture
  | ActivationsPicture
  | ParametersPicture;
