import type { Hyperparameters } from '../hyperparameter.ts';
import { expectedNumber } from '../validation/checkNumber.ts';
import { SpecificationError } from '../validation/specificationError.ts';
import type { NumberField } from './field.ts';
import type { Family, SharedHyperparameter } from './hyperparameterFields.ts';
import type { Lens, Setting, SettingText } from './setting.ts';
import { readNumberText } from './textReaders.ts';

/** Which member of a family is chosen, and the values of its hyperparameters. */
export interface ChosenMember {
  readonly name: string;
  readonly values: Hyperparameters;
}

/** The hyperparameters of all members of a family; those of other members cannot be set. */
export function hyperparameterSettings<Whole>(
  family: Family,
  { get, set }: Lens<Whole, ChosenMember>,
): readonly Setting<Whole>[] {
  return family.hyperparameters.map((shared) => ({
    ...settingText(shared, family),
    write: (whole) => {
      const { name, values } = get(whole);
      const field = shared.fields.get(name);
      return field && String(values[shared.name] ?? field.default);
    },
    read: (text, whole) => {
      const { name, values } = get(whole);
      const field = shared.fields.get(name);
      if (!field) throw withoutHyperparameter(shared, family, name);
      const value = readNumberText(field, text, field);
      return set(whole, { name, values: { ...values, [shared.name]: value } });
    },
  }));
}

function settingText({ key, fields }: SharedHyperparameter, { members }: Family): SettingText {
  const owners = members.filter(({ name }) => fields.has(name)).map(({ label }) => label);
  const all = [...fields.values()];
  const first = all.at(0);
  const each = (text: (field: NumberField) => string) => [...new Set(all.map(text))];
  return {
    key,
    label: first?.label ?? key,
    meaning: `${first?.meaning ?? ''} Only with ${owners.join(', ')}.`,
    form: first?.integer ? 'whole' : 'number',
    expected: each(expectedNumber).join(' or '),
    defaultText: each((field) => String(field.default)).join(' or '),
    follows: [],
  };
}

function withoutHyperparameter(
  { key, name, fields: owned }: SharedHyperparameter,
  { members, path, hyperparameters }: Family,
  chosen: string,
): SpecificationError {
  const owner = members.find((member) => member.name === chosen)?.label ?? chosen;
  const keys = hyperparameters.filter(({ fields }) => fields.has(chosen)).map((own) => own.key);
  const expected =
    keys.length > 0
      ? `a hyperparameter of ${owner} (${keys.join(', ')})`
      : `no hyperparameter, because ${owner} has none`;
  const [label = key] = Array.from(owned.values(), (field) => field.label);
  return new SpecificationError(`${path}.${name}`, { code: 'key', expected, value: key }, label);
}
