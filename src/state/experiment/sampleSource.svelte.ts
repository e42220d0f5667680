import { articleRecipe } from '../../learning/configuration.ts';
import type { RecipeChoice } from '../../learning/configuration.ts';
import type { SetName, Window } from '../../learning/samples.ts';
import { samplesOf } from '../../learning/sampleSource.ts';
import type { OwnSource, SampleSource } from '../../learning/sampleSource.ts';
import { sampleWindow } from '../../learning/sampleWindow.ts';
import type { SampleSets } from '../../training/protocol/commands.ts';
import { withDataset, withSource } from './settings.ts';
import type { SettingsHistory } from './settingsHistory.svelte.ts';

/** Where the samples of an experiment come from, and the samples themselves. */
export class SampleSourceState {
  readonly #settings: SettingsHistory;
  readonly #source: SampleSource = $derived.by(() => this.#settings.current.source);
  readonly #sets: SampleSets = $derived(samplesOf(this.#source));
  readonly #window: Window = $derived(sampleWindow(this.#sets.training, this.#sets.evaluation));

  constructor(settings: SettingsHistory) {
    this.#settings = settings;
  }

  get source(): SampleSource {
    return this.#source;
  }

  /** The recipe in use; undefined for own samples. */
  get recipe(): RecipeChoice | undefined {
    return this.#source.kind === 'recipe' ? this.#source.recipe : undefined;
  }

  get sets(): SampleSets {
    return this.#sets;
  }

  /** The part of the plane that holds all samples. */
  get window(): Window {
    return this.#window;
  }

  /** How many samples a set has. */
  size(set: SetName): number {
    return this.#sets[set].labels.length;
  }

  chooseRecipe(name: string): void {
    this.#settings.change(withDataset(this.#settings.current, name));
  }

  /** Other sizes of the recipe's sets; own samples keep theirs. */
  resize(set: SetName, size: number): void {
    this.#setRecipe({ [set]: size }, `size of ${set}`);
  }

  /** Other samples of the same recipe. */
  redraw(): void {
    const { seed } = this.recipe ?? articleRecipe;
    this.#setRecipe({ seed: (seed + 1) % 2 ** 32 });
  }

  /**
   * Samples of one's own. While the number of classes stays, the run continues with its weights;
   * otherwise a new network begins.
   */
  use(own: OwnSource, topic?: string): void {
    this.#settings.change(withSource(this.#settings.current, own), topic);
  }

  #setRecipe(change: Partial<RecipeChoice>, topic?: string): void {
    if (!this.recipe) return;
    const source = { kind: 'recipe', recipe: { ...this.recipe, ...change } } as const;
    this.#settings.change({ ...this.#settings.current, source }, topic);
  }
}
