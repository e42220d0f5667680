import { classTraining, defaultClass } from '../../federated/settings/classFields.ts';
import type { ClassSettings } from '../../federated/settings/classSettings.ts';
import { classSettingsTable } from '../../federated/settings/classSettingsTable.ts';
import { quoted } from '../../learning/quoted.ts';
import { choiceSetting } from '../../learning/settings/fieldSettings.ts';
import { lensOf } from '../../learning/settings/lensOf.ts';
import { recipeFields } from '../../learning/settings/recipeFields.ts';
import { type Setting, settingOfPart } from '../../learning/settings/setting.ts';
import { trainingSettings } from '../../learning/settings/trainingSettings.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';

/** All that is set on the page of the class. */
export interface ClassExperiment {
  /** Name in the table of data sets. */
  readonly set: string;
  readonly class: ClassSettings;
  readonly training: TrainingSpecification;
}

/** What the page opens with. */
export const usualExperiment: ClassExperiment = {
  set: 'moon',
  class: defaultClass,
  training: classTraining,
};

const settings: readonly Setting<ClassExperiment>[] = [
  choiceSetting<ClassExperiment>(recipeFields.set, lensOf('set')),
  // How many rounds are made is decided by the buttons.
  ...classSettingsTable
    .filter(({ key }) => key !== 'rounds')
    .map((setting) => settingOfPart<ClassExperiment, ClassSettings>(setting, lensOf('class'))),
  ...trainingSettings.map((setting) =>
    settingOfPart<ClassExperiment, TrainingSpecification>(setting, lensOf('training')),
  ),
];

/** `clients=60&noise=1`: the settings that differ from those that the page opens with. */
export function writeClassLink(experiment: ClassExperiment): string {
  let written = usualExperiment;
  const parts: string[] = [];
  for (const { key, write, read } of settings) {
    const text = write(experiment);
    if (text === undefined || text === write(written)) continue;
    parts.push(`${key}=${text}`);
    written = read(text, written);
  }
  return parts.join('&');
}

/** What an address says; a part that cannot be used has a sentence, and its setting stays. */
export function readClassLink(text: string): {
  readonly experiment: ClassExperiment;
  readonly problems: readonly string[];
} {
  const given = new URLSearchParams(text.replace(/^#/, ''));
  const problems: string[] = [];
  let experiment = usualExperiment;
  for (const { key, read } of settings) {
    const value = given.get(key);
    given.delete(key);
    if (value === null) continue;
    try {
      experiment = read(value, experiment);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`The address says ${quoted(`${key}=${value}`)}, which is not used: ${why}.`);
    }
  }
  for (const [key, value] of given) {
    problems.push(
      `The address says ${quoted(`${key}=${value}`)}, but the class has no setting of that name.`,
    );
  }
  return { experiment, problems: problems.slice(0, 10) };
}
