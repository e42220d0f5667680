import { classes } from '../../../learning/classes.ts';
import { datasetNamed } from '../../../learning/datasets/datasets.ts';
import { decisionFields } from '../../../learning/settings/decisionFields.ts';
import { choiceSetting, numberSetting } from '../../../learning/settings/fieldSettings.ts';
import type { Setting } from '../../../learning/settings/setting.ts';
import { readNameText } from '../../../learning/settings/textReaders.ts';
import type { Settings } from '../../experiment/settings.ts';
import { recipeOf } from './experimentSettings.ts';

const { threshold, positiveClass } = decisionFields;

const positive = choiceSetting<Settings>(positiveClass, {
  get: ({ decision }) => classes[decision.positiveClass]?.name ?? '',
  set: (settings, name) => {
    const index = classes.findIndex((each) => each.name === name);
    return { ...settings, decision: { ...settings.decision, positiveClass: index } };
  },
});

/** The settings of the decision; the positive class must be one of the data set. */
export const decisionSettings: readonly Setting<Settings>[] = [
  numberSetting(threshold, {
    get: ({ decision }) => decision.threshold,
    set: (settings, value) => ({
      ...settings,
      decision: { ...settings.decision, threshold: value },
    }),
  }),
  {
    ...positive,
    read: (text, settings) => {
      const known = positiveClass.choices.slice(0, classesOfLink(settings));
      return positive.read(readNameText(positiveClass, text, known), settings);
    },
  },
];

/** How many classes the samples of a link have. */
export function classesOfLink({ experiment }: Settings): number {
  return datasetNamed(recipeOf(experiment).set).classes;
}
