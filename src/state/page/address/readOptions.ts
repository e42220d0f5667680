import { quoted } from '../../../learning/quoted.ts';
import { formerKeys } from '../../../learning/settings/formerKeys.ts';
import { suggestion } from '../../../learning/suggestion.ts';
import { faultText } from '../../../learning/validation/fault.ts';
import { defaultSettings, type Settings } from '../../experiment/settings.ts';
import { addressSettings } from './addressSettings.ts';

/** The value of a setting: its text in an address, a number, or the entries of a list. */
export type OptionValue = Scalar | readonly Scalar[];

type Scalar = string | number;

/**
 * The settings that options give by the keys of the address; the others stay as they are in `before`:
 * `{ data: 'moon', hidden: [8, 4], rate: 0.03 }`.
 * @throws RangeError with a sentence for an unknown key, one that is given under two names, or a
 * value that cannot be used.
 */
export function readOptions(
  options: Readonly<Record<string, OptionValue>>,
  before: Settings = defaultSettings,
): Settings {
  const values = textsOf(options);
  return addressSettings.reduce((settings, { key, read }) => {
    const text = values.get(key);
    return text === undefined ? settings : read(text, settings);
  }, before);
}

/** By today's keys. Programs without types call this, too: nothing is known of the values. */
function textsOf(options: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(options)) {
    const key = keyOf(name);
    if (texts.has(key)) {
      throw new RangeError(`The setting "${key}" is given twice, by today's and a former name.`);
    }
    texts.set(key, textOf(key, value));
  }
  return texts;
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
function textOf(key: string, value: unknown): string {
  if (isScalar(value)) return String(value);
  if (Array.isArray(value) && Array.from<unknown>(value).every(isScalar)) {
    return value.join(',') || 'none';
  }
  const expected = 'a text, a number, or a list of these';
  throw new RangeError(`${key}: ${faultText({ code: 'type', expected, value })}.`);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number';
}
