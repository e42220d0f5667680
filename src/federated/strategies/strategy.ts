import type { Hyperparameter, Hyperparameters } from '../../learning/hyperparameter.ts';
import type { Vector } from '../../learning/updaters/updater.ts';

/** What one client contributes to a round, decoded and checked. */
export interface ClientUpdate {
  /** Δ: the client's parameters after its work minus those that it received. */
  readonly change: Vector;
  /** n ≥ 1: the number of samples that it learned from. */
  readonly samples: number;
  /** The change of the client's control variate; zero length except with SCAFFOLD. */
  readonly variateChange: Vector;
}

/** The vectors of a strategy's slots, in their order; those that it does not use are empty. */
export type StrategyState = readonly [Vector, Vector];

/** What a strategy works on; all vectors have one entry per parameter. */
export interface Aggregation {
  /** w, changed in place. */
  readonly parameters: Vector;
  /** At least one, and as many as the strategy's `objection` accepts. */
  readonly updates: readonly ClientUpdate[];
  /** Changed in place; the slots' start values before the first round. */
  readonly state: StrategyState;
  /** With a value for each hyperparameter of the strategy. */
  readonly hyperparameters: Hyperparameters;
  /** The number of samples of all clients, whether they are in this round or not. */
  readonly classSamples: number;
}

/** What a client adds to each gradient of its local epochs. */
export type LocalTerm =
  /** Nothing. */
  | 'none'
  /** μ·(w − w₀), the pull back to the parameters received. */
  | 'proximal'
  /** c − cᵢ, the control variates of the class and of the client. */
  | 'variates';

/** A vector that a strategy keeps from round to round. */
export interface Slot {
  readonly name: string;
  /** The value of all its entries before the first round. */
  readonly start: (hyperparameters: Hyperparameters) => number;
}

/** The rule that turns the updates of a round into a change of the class's parameters. */
export interface Strategy {
  readonly name: string;
  readonly label: string;
  /** The formula in plain characters, one assignment a line; Δ is the weighted mean change. */
  readonly formula: readonly string[];
  readonly source: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  readonly hyperparameters: readonly Hyperparameter[];
  /** At most 2. */
  readonly slots: readonly Slot[];
  readonly local: LocalTerm;
  /** Whether it uses nothing of a round but the weighted mean of the changes. */
  readonly takesMean: boolean;
  /** Why it cannot combine that many updates, a full sentence; undefined where it can. */
  readonly objection: (count: number, hyperparameters: Hyperparameters) => string | undefined;
  readonly apply: (aggregation: Aggregation) => void;
}

/** The objection of a strategy that takes any number of updates. */
export const noObjection = (): undefined => undefined;
