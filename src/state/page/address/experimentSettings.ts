import {
  articleRecipe,
  type Configuration,
  type RecipeChoice,
} from '../../../learning/configuration.ts';
import { configurationSettings } from '../../../learning/settings/configurationSettings.ts';
import { choiceSetting } from '../../../learning/settings/fieldSettings.ts';
import { lensOf } from '../../../learning/settings/lensOf.ts';
import { recipeFields } from '../../../learning/settings/recipeFields.ts';
import { recipeSettings } from '../../../learning/settings/recipeSettings.ts';
import { type Setting, settingOfPart } from '../../../learning/settings/setting.ts';
import { type ExperimentSettings, withDataset } from '../../experiment/settings.ts';

/** The settings of an experiment, in the order in which they are read. */
export const experimentSettings: readonly Setting<ExperimentSettings>[] = [
  choiceSetting(recipeFields.set, {
    get: (experiment) => recipeOf(experiment).set,
    set: withDataset,
  }),
  ...recipeSettings.map((setting) =>
    settingOfPart<ExperimentSettings, RecipeChoice>(setting, { get: recipeOf, set: withRecipe }),
  ),
  ...configurationSettings.map((setting) =>
    settingOfPart<ExperimentSettings, Configuration>(setting, lensOf('configuration')),
  ),
];

/** The recipe of the samples; the default one for samples of the user. */
export function recipeOf({ source }: ExperimentSettings): RecipeChoice {
  return source.kind === 'recipe' ? source.recipe : articleRecipe;
}

function withRecipe(experiment: ExperimentSettings, recipe: RecipeChoice): ExperimentSettings {
  return { ...experiment, source: { kind: 'recipe', recipe } };
}
