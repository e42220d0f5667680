import { articleRecipe } from '../../learning/configuration.ts';
import type { RecipeChoice } from '../../learning/configuration.ts';
import type { Samples, SetName, Window } from '../../learning/samples.ts';
import type { Scaling } from '../../learning/scaling/scaling.ts';
import { recipeFields } from '../../learning/settings/recipeFields.ts';
import { samplesOf } from '../../learning/sampleSource.ts';
import type { OwnSource, SampleSource } from '../../learning/sampleSource.ts';
import { sampleWindow } from '../../learning/sampleWindow.ts';
import type { SampleSets } from '../../training/protocol/commands.ts';
import { editedSource } from './editedSource.ts';
import { divided } from './evaluationShare.ts';
import { type OpenWish, openWishes } from './openWishes.ts';
import { withDataset, withSource } from './settings.ts';
import type { SettingsHistory } from './settingsHistory.svelte.ts';

/** The settings of a recipe about which data sets have wishes. */
const wishedKeys = Object.values(recipeFields).map(({ key }) => key);

/** Where the samples of an experiment come from, and the samples themselves. */
export class SampleSourceState {
  readonly #settings: SettingsHistory;
  readonly #source: SampleSource = $derived.by(() => this.#settings.current.source);
  readonly #sets: SampleSets = $derived(samplesOf(this.#source));
  readonly #window: Window = $derived.by(() => this.#holdsAll());

  #lastRecipe = $state.raw<RecipeChoice>();

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

  /** What was done to the coordinates of own samples; undefined where they are as they came. */
  get scaling(): Scaling | undefined {
    return this.#source.kind === 'own' ? this.#source.scaling : undefined;
  }

  /** How many samples a set has. */
  size(set: SetName): number {
    return this.#sets[set].labels.length;
  }

  chooseRecipe(name: string): void {
    this.#settings.change(withDataset(this.#settings.current, name));
  }

  /** What the data set wants otherwise. */
  get wishes(): OpenWish[] {
    return openWishes(this.#settings, wishedKeys);
  }

  /** Other settings of the recipe; own samples have none. */
  set(change: Partial<Omit<RecipeChoice, 'set'>>): void {
    this.#setRecipe(change, `recipe ${Object.keys(change).join()}`);
  }

  /** The share of the samples that is for evaluation; own samples stay as they are. */
  divide(share: number): void {
    if (this.recipe) this.set(divided(this.recipe, share));
  }

  /** Other samples of the same recipe. */
  redraw(): void {
    const { seed } = this.recipe ?? articleRecipe;
    this.#setRecipe({ seed: (seed + 1) % 2 ** 32 });
  }

  /** Whether own samples have taken the place of a recipe's, which can be drawn again. */
  get canDrawAgain(): boolean {
    return this.recipe === undefined && this.#lastRecipe !== undefined;
  }

  /** The very samples of the recipe that was in use before own samples. */
  drawAgain(): void {
    const recipe = this.#lastRecipe;
    if (!recipe) return;
    this.#settings.change(withSource(this.#settings.current, { kind: 'recipe', recipe }));
  }

  /**
   * Samples of one's own. While the number of classes stays, the run continues with its weights;
   * otherwise a new network begins.
   */
  use(own: OwnSource, topic?: string): void {
    this.#lastRecipe = this.recipe ?? this.#lastRecipe;
    this.#settings.change(withSource(this.#settings.current, own), topic);
  }

  /** Other samples in one of the sets, as by `replace`. */
  edit(set: SetName, samples: Samples): void {
    this.replace({ ...this.#sets, [set]: samples });
  }

  /**
   * Other samples in place of these; the first edit of a recipe makes them own ones. The window stays
   * as long as it holds them, and the network as long as its classes are enough.
   */
  replace(sets: SampleSets): void {
    const { classes } = this.#settings.current.configuration.network;
    this.use({ ...editedSource(this.#source, sets, this.window), classes });
  }

  #holdsAll(): Window {
    const { training, evaluation } = this.#sets;
    const kept = this.#source.kind === 'own' ? this.#source.window : undefined;
    if (kept && isWithin(training, kept) && isWithin(evaluation, kept)) return kept;
    return sampleWindow(training, evaluation);
  }

  #setRecipe(change: Partial<RecipeChoice>, topic?: string): void {
    if (!this.recipe) return;
    const source = { kind: 'recipe', recipe: { ...this.recipe, ...change } } as const;
    this.#settings.change({ ...this.#settings.current, source }, topic);
  }
}

function isWithin({ points }: Samples, { left, right, bottom, top }: Window): boolean {
  return points.every((value, i) =>
    i % 2 === 0 ? value >= left && value <= right : value >= bottom && value <= top,
  );
}
