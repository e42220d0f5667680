import type { DecisionSettings } from '../experiment/settings.ts';

/** How probabilities become predictions, and which class is looked at. */
export class Decision {
  #settings = $state.raw() as DecisionSettings;

  constructor(settings: DecisionSettings) {
    this.#settings = settings;
  }

  get settings(): DecisionSettings {
    return this.#settings;
  }

  get threshold(): number {
    return this.#settings.threshold;
  }

  get positiveClass(): number {
    return this.#settings.positiveClass;
  }

  /** Of two classes: P(class 1) at or above which a sample is predicted as class 1. */
  get thresholdOfClassOne(): number {
    return this.positiveClass === 1 ? this.threshold : 1 - this.threshold;
  }

  set(change: Partial<DecisionSettings>): void {
    this.#settings = { ...this.#settings, ...change };
  }
}
