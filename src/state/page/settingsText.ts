import { validateConfiguration } from '../../learning/validation/validateConfiguration.ts';
import { defaultSettings } from '../experiment/settings.ts';
import type { Settings } from '../experiment/settings.ts';
import { settingsEntries } from './settingsEntries.ts';

/** What was read, and a sentence for each part of the text that could not be used. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** The keys of the address, each at most once. */
export const settingsKeys: readonly string[] = settingsEntries.map((entry) => entry.key);

/** `data=moon&hidden=8,4`: only what differs from what would stand there anyway. */
export function writeSettings(settings: Settings): string {
  let plain = defaultSettings;
  const parts: string[] = [];
  for (const { key, write, read } of settingsEntries) {
    const text = write(settings);
    if (text === write(plain)) continue;
    parts.push(`${key}=${text}`);
    plain = read(text, plain);
  }
  return parts.join('&');
}

/** Reads an address's text; what cannot be used is left at its default and reported. */
export function readSettings(text: string): ReadSettings {
  const { values, problems } = splitPairs(text);
  let settings = defaultSettings;
  for (const { key, read } of settingsEntries) {
    const value = values.get(key);
    if (value === undefined) continue;
    try {
      const changed = read(value, settings);
      validateConfiguration(changed.configuration);
      settings = changed;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`The address says ${key}=${value}, which is left out: ${why}.`);
    }
  }
  return { settings, problems };
}

/** The value of an option in code. */
export type OptionValue = string | number | boolean | readonly (string | number)[];

/**
 * Reads options by the names of the address: `{ data: 'moon', hidden: [8, 4] }`.
 * @throws RangeError with a sentence for an option that is unknown or out of range.
 */
export function readOptions(options: Readonly<Record<string, OptionValue>>): Settings {
  const parts = Object.entries(options).map(
    ([key, value]) =>
      `${key}=${encodeURIComponent(Array.isArray(value) ? value.join() : String(value))}`,
  );
  const { settings, problems } = readSettings(parts.join('&'));
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  return settings;
}

function splitPairs(text: string): { values: Map<string, string>; problems: string[] } {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const pair of text.replace(/^#/, '').split('&').filter(Boolean)) {
    const [key, ...rest] = pair.split('=');
    if (settingsKeys.includes(key)) values.set(key, decoded(rest.join('=')));
    else problems.push(`The address says "${decoded(pair)}", which is no setting of this page.`);
  }
  return { values, problems };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
