import type { Hyperparameter, Hyperparameters } from '../hyperparameter.ts';
import type { UpdaterFactors } from './updaterFactors.ts';

/** A flat vector of numbers, in single precision (engines) or double precision (the oracle). */
export type Vector = Float32Array | Float64Array;

/** What an update has to work on; all vectors have one entry per parameter. */
export interface Update {
  /** w, changed in place. */
  readonly parameters: Vector;
  /** g: the gradient, penalties and clipping already in it. */
  readonly gradient: Vector;
  /** One vector per slot of the updater, changed in place; all zero before the first update. */
  readonly state: readonly Vector[];
  /** r: the learning rate of this step, after the schedule. */
  readonly rate: number;
  /** t = 1, 2, 3, …: which update this is since the state was all zero. */
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
  /** The learning rate that suits this updater when nothing else is known. */
  readonly defaultRate: number;
  readonly hyperparameters: readonly Hyperparameter[];
  /** Names of the state vectors, for example ['m', 'v']; at most 3. */
  readonly slots: readonly string[];
  readonly apply: (update: Update) => void;
  /** Handed to the GLSL as uniform floats of their names. */
  readonly factors: UpdaterFactors;
  /**
   * GLSL ES 3.00 statements over the float variables `w`, `g`, one per slot (by name), the uniform
   * `rate`, one uniform per hyperparameter (by name) and one per factor (by name). They assign the
   * new state to the slots and the new weight to `w`; temporaries stand in a block of their own. Not
   * every uniform need appear: running means are moved by a share, m += (1 − β)·(g − m), because in
   * single precision 1 − β would lose three digits. The SIMD kernel is made from them, too.
   */
  readonly glsl: string;
}
