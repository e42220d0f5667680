import type { OptionValue } from '../state/page/address/readOptions.ts';
import { readOptions } from '../state/page/address/readOptions.ts';
import { settingsKeys } from '../state/page/address/settingsText.ts';
import { type Settings, withSource } from '../state/experiment/settings.ts';
import { ownSamples, type SampleRows } from './ownSamples.ts';

/**
 * Settings by the names of the address, `weightDecay` for `weight-decay`; as `data` also samples:
 * `{ data: 'moon', hidden: [8, 4], updater: 'adam', rate: 0.01 }`.
 */
export interface TrainerOptions {
  readonly [name: string]: OptionValue | SampleRows | undefined;
  readonly data?: string | SampleRows;
}

/** The names of all options, as JavaScript writes them. */
export const optionNames: readonly string[] = settingsKeys.map((key) =>
  key.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase()),
);

/**
 * The settings with these options; the others stay.
 * @throws RangeError with a sentence for an option that is unknown or cannot be used.
 */
export function readTrainerOptions(options: TrainerOptions, before: Settings): Settings {
  const { data, ...others } = options;
  const named = typeof data === 'string' ? { data, ...others } : others;
  const settings = readOptions(addressNames(named), before);
  if (data === undefined || typeof data === 'string') return settings;
  return { ...settings, experiment: withSource(settings.experiment, ownSamples(data)) };
}

/** Cells have no types: what is no setting is reported by its reader. */
function addressNames(options: TrainerOptions): Record<string, OptionValue> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value as OptionValue,
    ]),
  );
}
