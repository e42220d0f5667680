import { articleRecipe } from '../../../learning/configuration.ts';
import { quoted } from '../../../learning/quoted.ts';
import { formerKeys } from '../../../learning/settings/formerKeys.ts';
import { suggestion } from '../../../learning/suggestion.ts';
import { defaultSettings, type Settings } from '../../experiment/settings.ts';
import { addressSettings } from './addressSettings.ts';
import { classesOfLink } from './decisionSettings.ts';

/** What was read, and a sentence for each part of the text that could not be used. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** The keys of the address, each once. */
export const settingsKeys: readonly string[] = addressSettings.map(({ key }) => key);

/** At most this many problems are reported one by one. */
const listedProblems = 10;

/**
 * `data=moon&hidden=8,4`: the settings that differ from the defaults. The samples of the user are
 * left out; see `leftOut`.
 */
export function writeSettings(settings: Settings): string {
  const linked = withRecipe(settings);
  let written = defaultSettings;
  const parts: string[] = [];
  for (const { key, write, read } of addressSettings) {
    const text = write(linked);
    if (text === undefined || text === write(written)) continue;
    parts.push(`${key}=${text}`);
    written = read(text, written);
  }
  return parts.join('&');
}

/** A sentence for each thing that a link to these settings cannot hold. */
export function leftOut({ experiment }: Settings): string[] {
  const { source } = experiment;
  if (source.kind === 'recipe') return [];
  return [
    `The link does not hold the samples ${quoted(source.name)}; it opens with the data set ${articleRecipe.set}.`,
  ];
}

/**
 * Reads the text after the # of an address. A part that cannot be used is reported and its setting
 * keeps its default. A text that begins with a slash is the name of a page and holds no settings.
 */
export function readSettings(text: string): ReadSettings {
  const parts = text.replace(/^#/, '');
  if (parts.startsWith('/')) return { settings: defaultSettings, problems: [] };
  const { values, problems } = splitPairs(parts);
  let settings = defaultSettings;
  for (const { key, read } of addressSettings) {
    const given = values.get(key);
    if (!given) continue;
    try {
      settings = read(given.text, settings);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`The address says ${quoted(given.pair)}, which is not used: ${why}.`);
    }
  }
  return { settings, problems: shortened(problems) };
}

/** The settings that a link can hold: with a recipe, and a positive class that its samples have. */
function withRecipe(settings: Settings): Settings {
  if (settings.experiment.source.kind === 'recipe') return settings;
  const experiment = { ...settings.experiment, source: defaultSettings.experiment.source };
  const linked = { ...settings, experiment };
  if (settings.decision.positiveClass < classesOfLink(linked)) return linked;
  const { positiveClass } = defaultSettings.decision;
  return { ...linked, decision: { ...settings.decision, positiveClass } };
}

interface Given {
  /** The whole part of the address, for messages. */
  readonly pair: string;
  readonly text: string;
}

/** What is given for each key of today; the last one where a key is given twice. */
function splitPairs(text: string): { values: Map<string, Given>; problems: string[] } {
  const values = new Map<string, Given>();
  const problems: string[] = [];
  for (const part of text.split('&').filter(Boolean)) {
    const pair = decoded(part);
    const [name = '', ...rest] = part.split('=');
    const key = formerKeys.get(name) ?? name;
    if (settingsKeys.includes(key)) values.set(key, { pair, text: decoded(rest.join('=')) });
    else problems.push(unknownKey(pair, decoded(name)));
  }
  return { values, problems };
}

function unknownKey(pair: string, name: string): string {
  const meant = suggestion(name, settingsKeys);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `The address says ${quoted(pair)}, but there is no setting of that name.${hint}`;
}

function shortened(problems: readonly string[]): readonly string[] {
  const more = problems.length - listedProblems;
  if (more <= 0) return problems;
  const parts = more === 1 ? 'part' : 'parts';
  return [
    ...problems.slice(0, listedProblems),
    `${more} more ${parts} of the address cannot be used.`,
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
