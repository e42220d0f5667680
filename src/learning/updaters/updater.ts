import type { Hyperparameter, Hyperparameters } from '../hyperparameter.ts';
import type { UpdaterFactors } from './updaterFactors.ts';

/** A flat vector of numbers, in single precision (engines) or double precision (the oracle). */
export type Vector = Float32Array | Float64Array;

/**
 * The vectors of an updater's slots, in their order; those that it does not use are empty. A tuple,
 * so that `state: [m, v]` needs no check.
 */
export type UpdaterState = readonly [Vector, Vector, Vector];

/** What an update works on; all vectors have one entry per parameter. */
export interface Update {
  /** w, changed in place. */
  readonly parameters: Vector;
  /** g: the gradient, after clipping and penalties. */
  readonly gradient: Vector;
  /** Changed in place; all zero before the first update. */
  readonly state: UpdaterState;
  /** r: the learning rate of this step, after the schedule. */
  readonly rate: number;
  /** t = 1, 2, 3, …: the number of this update since the state was all zero. */
  readonly count: number;
  readonly hyperparameters: Hyperparameters;
}

/** The rule that turns a gradient into a change of the parameters. */
export interface Updater {
  readonly name: string;
  readonly label: string;
  /** The formula in plain characters, one assignment a line: `v ← μ·v + g`. */
  readonly formula: readonly string[];
  readonly source: string;
  /** A learning rate that suits this updater when nothing else is known. */
  readonly defaultRate: number;
  readonly hyperparameters: readonly Hyperparameter[];
  /** Names of the state vectors, for example ['m', 'v']; at most 3. */
  readonly slots: readonly string[];
  readonly apply: (update: Update) => void;
  /** The GLSL has them as uniform floats of their names. */
  readonly factors: UpdaterFactors;
  /**
   * GLSL ES 3.00 statements over the float variables `w`, `g`, one per slot (by name), the uniform
   * `rate`, one uniform per hyperparameter (by name) and one per factor (by name). They assign the
   * new state to the slots and the new weight to `w`; temporaries are declared inside a block. Some
   * uniforms may be unused: running means take the share 1 − β, which is computed in double
   * precision, because single precision would lose three of its digits. They are written
   * m − share·m + share·g: in m + share·(g − m) a g far below m would be lost, all of it for β = 0.
   * The SIMD kernel is generated from them as well.
   */
  readonly glsl: string;
}
