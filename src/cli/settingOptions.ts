import type { Setting, SettingText, TextForm } from '../learning/settings/setting.ts';
import { SpecificationError } from '../learning/validation/specificationError.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { UsageError } from './usageError.ts';

const placeholders: Readonly<Record<TextForm, string>> = {
  whole: 'N',
  number: 'R',
  name: 'NAME',
  list: 'A,B…',
};

/** The options of a command for settings. */
export function settingOptions(settings: readonly SettingText[]): readonly CommandOption[] {
  return settings.map(({ key, meaning, form, expected, defaultText, follows }) => {
    const source = settings.find((other) => follows.includes(other.key));
    const other = source ? `, or that of the ${source.label}` : '';
    return {
      name: key,
      value: placeholders[form],
      meaning: `${meaning} Expected: ${expected} (default ${defaultText}${other}).`,
    };
  });
}

/**
 * The whole with the values of the options that were given, read in the order of the settings.
 * @throws UsageError with a full sentence that names the option.
 */
export function readSettingOptions<Whole>(
  given: GivenOptions,
  settings: readonly Setting<Whole>[],
  whole: Whole,
): Whole {
  return settings.reduce((before, { key, read }) => {
    const text = given.text(key);
    if (text === undefined) return before;
    try {
      return read(text, before);
    } catch (error) {
      if (!(error instanceof SpecificationError)) throw error;
      throw new UsageError(`--${key}: ${withoutStart(`${key}: `, error.message)}.`);
    }
  }, whole);
}

/** Without the name of the setting where it is the option's name, too. */
function withoutStart(start: string, text: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}
