import type { StopRules } from '../../learning/configuration.ts';
import { withUpdater } from '../../learning/settings/withUpdater.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';

import type { SettingsHistory } from './settingsHistory.svelte.ts';

/** How an experiment's network is trained, to be changed while it trains; the weights stay. */
export class TrainingSettings {
  readonly #settings: SettingsHistory;

  constructor(settings: SettingsHistory) {
    this.#settings = settings;
  }

  get specification(): TrainingSpecification {
    return this.#settings.current.configuration.training;
  }

  get stopping(): StopRules {
    return this.#settings.current.configuration.stopping;
  }

  set(change: Partial<TrainingSpecification>): void {
    this.#change({ training: { ...this.specification, ...change } }, change);
  }

  setStopping(change: Partial<StopRules>): void {
    this.#change({ stopping: { ...this.stopping, ...change } }, change);
  }

  /** Another updater, with its own rate and its default hyperparameters. */
  chooseUpdater(name: string): void {
    this.#change({ training: withUpdater(this.specification, name) });
  }

  #change(
    change: { readonly training: TrainingSpecification } | { readonly stopping: StopRules },
    fields?: object,
  ): void {
    const { source, configuration } = this.#settings.current;
    const topic = fields && Object.keys(fields).join();
    this.#settings.change({ source, configuration: { ...configuration, ...change } }, topic);
  }
}
