import { classFields } from '../../federated/settings/classFields.ts';
import type { ClassSettings } from '../../federated/settings/classSettings.ts';
import { hasEffect } from '../../federated/settings/conditions.ts';
import { strategyNamed } from '../../federated/strategies/strategies.ts';
import type { Hyperparameter } from '../../learning/hyperparameter.ts';
import type { ChoiceField, NumberField } from '../../learning/settings/field.ts';

type FieldName = Exclude<keyof typeof classFields, 'rounds'>;

interface SettingGroup {
  readonly title: string;
  readonly names: readonly FieldName[];
}

/** All settings of a class, as the panels show them; how many rounds is decided by the buttons. */
export const settingGroups: readonly SettingGroup[] = [
  { title: 'Clients', names: ['clients', 'deal', 'alpha', 'fraction'] },
  { title: 'Rounds', names: ['work', 'localEpochs', 'batches', 'strategy'] },
  {
    title: 'What goes wrong',
    names: ['dropouts', 'stragglers', 'poisoned', 'poison', 'amplification'],
  },
  { title: 'What travels', names: ['encoding', 'clip', 'noise', 'delta'] },
];

/** Those of a room: what goes wrong there goes wrong by itself, or by the teacher's hand. */
export const roomGroups = settingGroups.filter(({ title }) => title !== 'What goes wrong');

/** A setting and its value. */
export type SettingRow = { readonly name: FieldName } & (
  | { readonly kind: 'number'; readonly field: NumberField; readonly value: number }
  | { readonly kind: 'choice'; readonly field: ChoiceField; readonly value: string }
);

/** The rows of a group that have an effect with the other settings. */
export function rowsOf({ names }: SettingGroup, settings: ClassSettings): SettingRow[] {
  return names.filter((name) => hasEffect(name, settings)).map((name) => rowOf(name, settings));
}

function rowOf(name: FieldName, settings: ClassSettings): SettingRow {
  const field: NumberField | ChoiceField = classFields[name];
  const value = settings[name];
  return 'choices' in field
    ? { name, kind: 'choice', field, value: String(value) }
    : { name, kind: 'number', field, value: Number(value) };
}

/** The hyperparameters of the strategy that is set. */
export function strategyRows({ strategy }: ClassSettings): readonly Hyperparameter[] {
  return strategyNamed(strategy).hyperparameters;
}

/** What the strategy that is set does, a sentence. */
export function strategyMeaning({ strategy }: ClassSettings): string {
  return strategyNamed(strategy).meaning;
}
