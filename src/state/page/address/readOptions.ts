import { quoted } from '../../../learning/quoted.ts';
import { formerKeys } from '../../../learning/settings/formerKeys.ts';
import { suggestion } from '../../../learning/suggestion.ts';
import { defaultSettings, type Settings } from '../../experiment/settings.ts';
import { addressSettings } from './addressSettings.ts';

/** The value of a setting: its text in an address, a number, or the entries of a list. */
export type OptionValue = string | number | readonly (string | number)[];

/**
 * The settings that options give by the keys of the address; the others have their defaults:
 * `{ data: 'moon', hidden: [8, 4], rate: 0.03 }`.
 * @throws RangeError with a sentence for an unknown key or a value that cannot be used.
 */
export function readOptions(options: Readonly<Record<string, OptionValue>>): Settings {
  const values = new Map(
    Object.entries(options).map(([name, value]) => [keyOf(name), textOf(value)] as const),
  );
  return addressSettings.reduce((settings, { key, read }) => {
    const text = values.get(key);
    return text === undefined ? settings : read(text, settings);
  }, defaultSettings);
}

function keyOf(name: string): string {
  const key = formerKeys.get(name) ?? name;
  const keys = addressSettings.map((setting) => setting.key);
  if (keys.includes(key)) return key;
  const meant = suggestion(name, keys);
  const hint = meant === undefined ? '' : ` (did you mean ${meant}?)`;
  throw new RangeError(`There is no setting ${quoted(name)}${hint}.`);
}

/** No entries are written as `none`, as in an address: a network without hidden layers. */
function textOf(value: OptionValue): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value.join(',') || 'none';
}
