import type { FieldBase } from './field.ts';
import { decisionFields } from './decisionFields.ts';
import { scheduleFamily, updaterFamily } from './hyperparameterFields.ts';
import { maskFields } from './maskFields.ts';
import { networkFields } from './networkFields.ts';
import { recipeFields } from './recipeFields.ts';
import { stoppingFields } from './stoppingFields.ts';
import { trainingFields } from './trainingFields.ts';

const groups: readonly Readonly<Record<string, FieldBase>>[] = [
  recipeFields,
  networkFields,
  trainingFields,
  maskFields,
  stoppingFields,
  decisionFields,
];
const hyperparameters = [updaterFamily, scheduleFamily].flatMap((family) =>
  family.hyperparameters.flatMap(({ fields }) => [...fields.values()]),
);

const labels: ReadonlyMap<string, string> = new Map([
  ['recipe', 'data set'],
  ['stopping', 'stop rules'],
  ['network.features[]', 'feature'],
  ['network.hidden[]', 'layer'],
  ['training.frozen[]', 'frozen parameter'],
  ['training.cut[]', 'cut parameter'],
  [updaterFamily.path, 'hyperparameters of the updater'],
  [scheduleFamily.path, 'hyperparameters of the schedule'],
  ...[...groups.flatMap((group) => Object.values(group)), ...hyperparameters].map(
    ({ path, label }) => [path, label] as const,
  ),
]);

/**
 * What the screen calls the place in an experiment that a path names: `training.batchSize` is
 * `batch size`, `network.hidden[1].units` is `units of layer 2`. The path itself where the screen
 * has no name.
 */
export function labelOf(path: string): string {
  const entry = /^(.*)\[(\d+)\](\..*)?$/.exec(path);
  if (!entry) return labels.get(path) ?? path;
  const [, list = '', index = ''] = entry;
  const rest = entry.at(3);
  const entryLabel = labels.get(`${list}[]`);
  if (entryLabel === undefined) return path;
  const numbered = `${entryLabel} ${Number(index) + 1}`;
  if (rest === undefined) return numbered;
  const label = labels.get(`${list}[]${rest}`);
  return label === undefined ? path : `${label} of ${numbered}`;
}
