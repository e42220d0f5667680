import {
  articleConfiguration,
  articleRecipe,
  type RecipeChoice,
} from '../../learning/configuration.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import { makeSampleSets } from '../../learning/datasets/makeSampleSets.ts';
import { choiceSetting } from '../../learning/settings/fieldSettings.ts';
import { lensOf } from '../../learning/settings/lensOf.ts';
import { networkSettings } from '../../learning/settings/networkSettings.ts';
import { recipeFields } from '../../learning/settings/recipeFields.ts';
import { recipeSettings } from '../../learning/settings/recipeSettings.ts';
import type { Setting } from '../../learning/settings/setting.ts';
import { trainingSettings } from '../../learning/settings/trainingSettings.ts';
import type { NetworkSpecification, TrainingSpecification } from '../../learning/specification.ts';
import { SpecificationError } from '../../learning/validation/specificationError.ts';
import { classTraining, defaultClass } from './classFields.ts';
import { classObjection } from './classObjection.ts';
import type { ClassSettings } from './classSettings.ts';
import { classSettingsTable } from './classSettingsTable.ts';

/** All that decides what the devices of a room learn. */
export interface RoomPlan {
  /** Each device draws the samples itself, and keeps those of its place: none travels. */
  readonly recipe: RecipeChoice;
  readonly network: NetworkSpecification;
  readonly training: TrainingSpecification;
  /**
   * `clients`: the number of places that the samples are dealt to. Drop-outs, stragglers and
   * poisoned clients are those of a simulated class; a room has real ones.
   */
  readonly class: ClassSettings;
}

/** A plan as it travels: the texts of its settings, part by part, as an address has them. */
export type PlanText = Readonly<Record<keyof RoomPlan, Readonly<Record<string, string>>>>;

/** What a room learns where nothing else is set. */
export const usualPlan: RoomPlan = {
  recipe: { ...articleRecipe, set: 'moon', training: 600, evaluation: 300 },
  network: articleConfiguration.network,
  training: classTraining,
  class: defaultClass,
};

const recipeTable: readonly Setting<RecipeChoice>[] = [
  choiceSetting(recipeFields.set, lensOf('set')),
  ...recipeSettings,
];

export function writePlan(plan: RoomPlan): PlanText {
  return {
    recipe: textsOf(recipeTable, plan.recipe),
    network: textsOf(networkSettings, plan.network),
    training: textsOf(trainingSettings, plan.training),
    class: textsOf(classSettingsTable, plan.class),
  };
}

/**
 * Reads a plan that a stranger has sent; what is left out is as usual.
 * @throws RangeError with what was expected and what came.
 */
export function readPlan(value: unknown): RoomPlan {
  const parts = recordOf(value, 'plan');
  const recipe = read(recipeTable, usualPlan.recipe, parts, 'recipe');
  const network = read(networkSettings, usualPlan.network, parts, 'network');
  const training = read(trainingSettings, usualPlan.training, parts, 'training');
  const settings = read(classSettingsTable, usualPlan.class, parts, 'class');
  const { classes } = datasetNamed(recipe.set);
  const plan = { recipe, network: { ...network, classes }, training, class: settings };
  const objection = planObjection(plan);
  if (objection !== undefined) throw new RangeError(objection);
  return plan;
}

/** Why the parts of a plan do not fit together; undefined where they do. */
function planObjection({ recipe, training, class: settings }: RoomPlan): string | undefined {
  const objection = classObjection(settings, training);
  if (objection) return `${objection.key}: ${objection.clause}`;
  const { length } = makeSampleSets(recipe).training.labels;
  if (settings.clients <= length) return undefined;
  return `clients: expected at most as many as there are training samples, ${length}, got ${settings.clients}`;
}

function textsOf<Whole>(
  table: readonly Setting<Whole>[],
  whole: Whole,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    table.flatMap(({ key, write }) => {
      const text = write(whole);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

function read<Whole>(
  table: readonly Setting<Whole>[],
  usual: Whole,
  parts: Readonly<Record<string, unknown>>,
  part: keyof RoomPlan,
): Whole {
  const texts = recordOf(parts[part] ?? {}, part);
  const unknown = Object.keys(texts).find((key) => !table.some((each) => each.key === key));
  if (unknown !== undefined) {
    const expected = `settings of the ${part}`;
    throw new SpecificationError(part, { code: 'range', expected, value: unknown });
  }
  return table.reduce((whole, setting) => {
    const text = Object.hasOwn(texts, setting.key) ? texts[setting.key] : undefined;
    if (text === undefined) return whole;
    if (typeof text === 'string') return setting.read(text, whole);
    throw new SpecificationError(part, { code: 'type', expected: 'a text', value: text });
  }, usual);
}

function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new SpecificationError(name, { code: 'type', expected: 'an object', value });
}
