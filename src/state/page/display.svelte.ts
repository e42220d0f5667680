import type { SetName } from '../../learning/samples.ts';
import type { Hideable } from '../experiment/hideable.ts';
import type { DisplaySettings } from '../experiment/settings.ts';

/** What is shown, and how; the run does not depend on it. */
export class Display {
  #settings = $state.raw() as DisplaySettings;

  constructor(settings: DisplaySettings) {
    this.#settings = settings;
  }

  get settings(): DisplaySettings {
    return this.#settings;
  }

  /** The sets that are shown in the plot. */
  get shownSets(): readonly SetName[] {
    const { showTraining, showEvaluation } = this.#settings;
    return [
      ...(showTraining ? ['training' as const] : []),
      ...(showEvaluation ? ['evaluation' as const] : []),
    ];
  }

  /** Whether a part of the page is to be seen. */
  has(part: Hideable): boolean {
    return !this.#settings.hidden.includes(part);
  }

  shows(set: SetName): boolean {
    return this.shownSets.includes(set);
  }

  show(set: SetName, shown: boolean): void {
    this.set(set === 'training' ? { showTraining: shown } : { showEvaluation: shown });
  }

  set(change: Partial<DisplaySettings>): void {
    this.#settings = { ...this.#settings, ...change };
  }
}
