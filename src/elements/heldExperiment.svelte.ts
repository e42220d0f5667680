import { flushSync } from 'svelte';
import { createExperiment, type ExperimentOptions } from '../state/experiment/createExperiment.ts';
import type { Experiment } from '../state/experiment/experiment.svelte.ts';
import { defaultSettings, type Settings } from '../state/experiment/settings.ts';
import { writeSettings } from '../state/page/address/settingsText.ts';
import { readTrainerOptions, type TrainerOptions } from './trainerOptions.ts';
import { trainerValue, type TrainerValue } from './trainerValue.ts';

/** What experiments on a page need. */
export interface Services extends Pick<ExperimentOptions, 'connect' | 'examine'> {
  /** Whether the user wants little motion. */
  readonly calm: boolean;
}

/**
 * An experiment that lives while somebody holds it: the elements that show it, and whoever has begun
 * to train it. When the last one lets go, its session ends; it begins anew when it is held again.
 */
export class HeldExperiment {
  readonly #services: Services;
  readonly #changed: () => void;
  #settings: Settings;
  #experiment: Experiment | undefined;
  #holders = 0;
  #stopReporting: () => void = () => undefined;
  #value: TrainerValue;

  /**
   * `changed`: called whenever the value has.
   * @throws RangeError with a sentence for an option that cannot be used.
   */
  constructor(services: Services, options: TrainerOptions, changed: () => void) {
    this.#services = services;
    this.#changed = changed;
    this.#settings = readTrainerOptions(options, defaultSettings);
    this.#value = trainerValue();
  }

  get settings(): Settings {
    return this.#experiment?.settings ?? this.#settings;
  }

  get value(): TrainerValue {
    return this.#value;
  }

  /** The experiment, which begins now where it has not. It ends with `dispose`, or when held and let go. */
  begin(): Experiment {
    return (this.#experiment ??= this.#create());
  }

  hold(): Experiment {
    this.#holders++;
    return this.begin();
  }

  letGo(): void {
    if (--this.#holders === 0) this.dispose();
  }

  /**
   * Changes some options; a change of updater, rate or stop rules leaves the weights as they are.
   * @throws RangeError with a sentence for an option that cannot be used.
   */
  change(options: TrainerOptions): void {
    const before = this.settings;
    const settings = readTrainerOptions(options, before);
    const own = typeof options.data === 'object';
    if (!own && writeSettings(settings) === writeSettings(before)) return;
    if (this.#experiment) apply(this.#experiment, settings);
    else this.#settings = settings;
  }

  dispose(): void {
    if (!this.#experiment) return;
    this.#settings = this.#experiment.settings;
    this.#stopReporting();
    this.#experiment.dispose();
    this.#experiment = undefined;
  }

  #create(): Experiment {
    const { calm, ...services } = this.#services;
    const experiment = createExperiment({ ...services, settings: this.#settings });
    experiment.run.setCalm(calm);
    this.#stopReporting = $effect.root(() => {
      $effect(() => {
        this.#value = trainerValue(experiment);
        this.#changed();
      });
    });
    // Now, so that the worker is told what to watch together with the first command.
    flushSync();
    return experiment;
  }
}

function apply(experiment: Experiment, { experiment: learned, run, decision, display }: Settings) {
  experiment.decision.set(decision);
  experiment.display.set(display);
  if (run.stepsPerFrame !== experiment.run.stepsPerFrame)
    experiment.run.setSpeed(run.stepsPerFrame);
  if (run.engine !== experiment.run.engine.choice) experiment.run.engine.choose(run.engine);
  experiment.history.change(learned);
}
