import type { SetName } from '../../learning/samples.ts';
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
