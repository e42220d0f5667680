import type { ExperimentSettings } from '../experiment/settings.ts';
import type { SetAccuracies } from '../evaluation/runEvaluation.svelte.ts';

/** What a goal may look at. */
export interface Facts {
  readonly experiment: ExperimentSettings;
  readonly accuracies: SetAccuracies;
  /** Of the training set, in the newest frame. */
  readonly loss: number;
  readonly step: number;
  readonly diverged: boolean;
}

/** A question to the user, that the page can tell to be answered. */
export interface Challenge {
  /** Under which it is remembered that the goal was reached. */
  readonly name: string;
  readonly question: string;
  /** The settings with which it begins, as an address has them. */
  readonly address: string;
  /** What to try, in a sentence. */
  readonly hint: string;
  readonly isReached: (facts: Facts) => boolean;
  /** What one may take from it, in a sentence. */
  readonly word: string;
  /** Settings that reach the goal, as an address has them: tests run them. */
  readonly answer: string;
}
