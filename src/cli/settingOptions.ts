import type { SettingText, TextForm } from '../learning/settings/setting.ts';
import type { CommandOption } from './commandOptions.ts';

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
