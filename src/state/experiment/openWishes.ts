import { type RecipeExperiment, type Wish, wishes } from '../../learning/settings/wishes.ts';
import { balanceField } from './balanceField.ts';
import type { SettingsHistory } from './settingsHistory.svelte.ts';

/** A setting that the user has changed and of which the data set wants something else. */
export interface OpenWish {
  readonly key: string;
  readonly label: string;
  /** What the data set wants. */
  readonly wanted: string;
  /** Brings the setting back to that. */
  readonly grant: () => void;
}

/** The wishes of the data set that are not met, of the settings with these keys. */
export function openWishes(history: SettingsHistory, keys: readonly string[]): OpenWish[] {
  const experiment = recipeExperiment(history);
  if (!experiment) return [];
  return wishes
    .filter(({ key, isGranted }) => keys.includes(key) && !isGranted(experiment))
    .map((wish) => ({
      key: wish.key,
      label: wish.key === 'balance' ? balanceField(experiment.recipe.set).label : wish.label,
      wanted: wish.wanted(experiment),
      grant: () => grant(history, wish),
    }));
}

function grant(history: SettingsHistory, wish: Wish): void {
  const experiment = recipeExperiment(history);
  if (!experiment) return;
  const { source } = history.current;
  const { recipe, configuration } = wish.grant(experiment);
  // A source that stays the same one keeps its samples, and the run.
  const granted = recipe === experiment.recipe ? source : ({ kind: 'recipe', recipe } as const);
  history.change({ source: granted, configuration });
}

/** Undefined for samples of one's own, which want nothing. */
function recipeExperiment({ current }: SettingsHistory): RecipeExperiment | undefined {
  const { source, configuration } = current;
  return source.kind === 'recipe' ? { recipe: source.recipe, configuration } : undefined;
}
