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

/** As `writeSettings`, but never empty: with an empty address the page opens with another set. */
export function writeLink(settings: Settings): string {
  return writeSettings(settings) || `data=${articleRecipe.set}`;
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
  const whole = mended(text.replace(/^#/, ''));
  if (whole.startsWith('/')) return { settings: defaultSettings, problems: [] };
  const { values, problems } = splitPairs(whole);
  let settings = defaultSettings;
  for (const { key, read } of addressSettings) {
    const given = values.get(key);
    if (!given) continue;
    try {
      settings = read(given.text, settings);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(() => `The address says ${quoted(given.pair)}, which is not used: ${why}.`);
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

/** A sentence, made when it is wanted. */
type Problem = () => string;

interface Given {
  /** The whole part of the address, for messages. */
  readonly pair: string;
  readonly text: string;
}

/** What is given for each key of today; the last one where a key is given more than once. */
function splitPairs(text: string): { values: Map<string, Given>; problems: Problem[] } {
  const values = new Map<string, Given>();
  const repeated = new Set<string>();
  const problems: Problem[] = [];
  for (const pair of text.split('&').filter(Boolean).map(decoded)) {
    const [name = '', ...rest] = pair.split('=');
    const key = formerKeys.get(name) ?? name;
    if (!settingsKeys.includes(key)) {
      problems.push(() => unknownKey(pair, name));
      continue;
    }
    const given = { pair, text: rest.join('=') };
    const before = values.get(key);
    if (before && before.text !== given.text) repeated.add(key);
    values.set(key, given);
  }
  for (const key of repeated) {
    problems.push(() => `The address says "${key}" more than once; the last one counts.`);
  }
  return { values, problems };
}

function unknownKey(pair: string, name: string): string {
  const meant = suggestion(name, settingsKeys);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `The address says ${quoted(pair)}, but there is no setting of that name.${hint}`;
}

function shortened(problems: readonly Problem[]): readonly string[] {
  const sentences = problems.slice(0, listedProblems).map((sentence) => sentence());
  const more = problems.length - listedProblems;
  if (more <= 0) return sentences;
  const parts = more === 1 ? 'part' : 'parts';
  return [...sentences, `${more} more ${parts} of the address cannot be used.`];
}

/** Messengers encode an address once or twice. */
const mostEncodings = 3;

/** Signs that end the sentence or the brackets in which an address was given. No setting ends in one. */
const endOfSentence = /[\s.,;:!?'"’”»)\]}>]+$/;

/**
 * The text as it was before it was sent about: not encoded, with `&` for `&amp;`, and without the
 * punctuation behind it. No setting has `%`, `&` or `=` in its value, so all may be decoded at once.
 */
function mended(text: string): string {
  let plain = text;
  for (let i = 0; i < mostEncodings && plain.includes('%'); i++) plain = decoded(plain);
  return plain.replace(/&(amp;)+/gi, '&').replace(endOfSentence, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
