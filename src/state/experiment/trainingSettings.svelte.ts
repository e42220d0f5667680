import type { StopRules } from '../../learning/configuration.ts';
import type { Mask } from '../../learning/heldParameters.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import { type OpenWish, openWishes } from './openWishes.ts';
import { withUpdaterOf } from './settings.ts';
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

  /** What the data set wants otherwise. */
  get wishes(): OpenWish[] {
    return openWishes(this.#settings, ['updater', 'rate', 'epochs']);
  }

  set(change: Partial<TrainingSpecification>): void {
    this.#change({ training: { ...this.specification, ...change } }, change);
  }

  /** Freezes and cuts these parameters and no others. */
  hold({ frozen, cut }: Mask): void {
    this.#change({ training: { ...this.specification, frozen, cut } });
  }

  setStopping(change: Partial<StopRules>): void {
    this.#change({ stopping: { ...this.stopping, ...change } }, change);
  }

  /** Another updater, with the rate that suits it and its default hyperparameters. */
  chooseUpdater(name: string): void {
    this.#settings.change(withUpdaterOf(this.#settings.current, name));
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
