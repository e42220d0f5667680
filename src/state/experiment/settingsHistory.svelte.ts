import type { ExperimentSettings } from './settings.ts';

/** Changes that can be undone. */
const capacity = 200;

/** What decides an experiment's result, with undo. Its only writer is `change`, also for undo. */
export class SettingsHistory {
  #current = $state.raw() as ExperimentSettings;
  #past = $state.raw<readonly ExperimentSettings[]>([]);
  #future = $state.raw<readonly ExperimentSettings[]>([]);
  #topic: string | undefined;
  readonly #onchange: (before: ExperimentSettings) => void;

  /** `onchange` is called after each change with what was before. */
  constructor(first: ExperimentSettings, onchange: (before: ExperimentSettings) => void) {
    this.#current = first;
    this.#onchange = onchange;
  }

  get current(): ExperimentSettings {
    return this.#current;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Changes in a row of one `topic`, such as a slider being dragged, are undone together. */
  change(next: ExperimentSettings, topic?: string): void {
    if (topic === undefined || topic !== this.#topic) {
      this.#past = [...this.#past, this.#current].slice(-capacity);
    }
    this.#topic = topic;
    this.#future = [];
    this.#become(next);
  }

  /** The next change is undone by itself, whatever its topic. */
  endTopic(): void {
    this.#topic = undefined;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#current, ...this.#future];
    this.#topic = undefined;
    this.#become(before);
  }

  redo(): void {
    const [next, ...rest] = this.#future;
    if (!next) return;
    this.#past = [...this.#past, this.#current];
    this.#future = rest;
    this.#topic = undefined;
    this.#become(next);
  }

  #become(settings: ExperimentSettings): void {
    const before = this.#current;
    this.#current = settings;
    this.#onchange(before);
  }
}
