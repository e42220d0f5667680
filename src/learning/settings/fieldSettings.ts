import { expectedNumber } from '../validation/checkNumber.ts';
import type { ChoiceField, NumberField } from './field.ts';
import type { Lens, Setting } from './setting.ts';
import { readNameText, readNumberText } from './textReaders.ts';

/** The setting of a number in the table of fields. */
export function numberSetting<Whole>(
  field: NumberField,
  { get, set }: Lens<Whole, number>,
): Setting<Whole> {
  const { key, label, meaning, integer, follows = [] } = field;
  return {
    key,
    label,
    meaning,
    form: integer ? 'whole' : 'number',
    expected: expectedNumber(field),
    defaultText: String(field.default),
    follows,
    write: (whole) => String(get(whole)),
    read: (text, whole) => set(whole, readNumberText(field, text, field)),
  };
}

/** The setting of a name in the table of fields. */
export function choiceSetting<Whole>(
  field: ChoiceField,
  { get, set }: Lens<Whole, string>,
): Setting<Whole> {
  const { key, label, meaning, choices, follows = [] } = field;
  return {
    key,
    label,
    meaning,
    form: 'name',
    expected: `one of ${choices.map(({ name }) => name).join(', ')}`,
    defaultText: field.default,
    follows,
    write: get,
    read: (text, whole) => set(whole, readNameText(field, text, choices)),
  };
}
