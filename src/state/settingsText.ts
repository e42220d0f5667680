import type { Configuration, DataChoice, StopRules } from '../learning/configuration.ts';
import { schedules } from '../learning/schedules/schedules.ts';
import type {
  LayerSpecification,
  NetworkSpecification,
  TrainingSpecification,
} from '../learning/specification.ts';
import { updaterNamed, updaters } from '../learning/updaters/updaters.ts';
import { validateConfiguration } from '../learning/validation/validateConfiguration.ts';
import { defaultSettings, speeds, withDataset } from './settings.ts';
import type { Settings } from './settings.ts';

/** One `key=value` of the address: how it is written and how it changes the settings when read. */
interface Entry {
  readonly key: string;
  readonly write: (settings: Settings) => string;
  /** Throws an Error with a sentence when the text makes no sense. */
  readonly read: (text: string, settings: Settings) => Settings;
}

/** What was read, and a sentence for each part of the text that could not be used. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

function numberFrom(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new RangeError(`expected a number, got "${text}"`);
}

function oneOf<Choice extends string>(choices: readonly Choice[], text: string): Choice {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw new RangeError(`expected one of ${choices.join(', ')}, got "${text}"`);
}

function withConfiguration(settings: Settings, change: Partial<Configuration>): Settings {
  return { ...settings, configuration: { ...settings.configuration, ...change } };
}

function withData(settings: Settings, change: Partial<DataChoice>): Settings {
  return withConfiguration(settings, { data: { ...settings.configuration.data, ...change } });
}

function withNetwork(settings: Settings, change: Partial<NetworkSpecification>): Settings {
  return withConfiguration(settings, { network: { ...settings.configuration.network, ...change } });
}

function withTraining(settings: Settings, change: Partial<TrainingSpecification>): Settings {
  const training = { ...settings.configuration.training, ...change };
  return withConfiguration(settings, { training });
}

type NumberKey<Part> = { [Key in keyof Part]: Part[Key] extends number ? Key : never }[keyof Part];

function dataNumber(key: string, field: NumberKey<DataChoice>): Entry {
  return {
    key,
    write: ({ configuration }) => String(configuration.data[field]),
    read: (text, settings) => withData(settings, { [field]: numberFrom(text) }),
  };
}

function trainingNumber(key: string, field: NumberKey<TrainingSpecification>): Entry {
  return {
    key,
    write: ({ configuration }) => String(configuration.training[field]),
    read: (text, settings) => withTraining(settings, { [field]: numberFrom(text) }),
  };
}

function stopRule(key: string, field: keyof StopRules): Entry {
  return {
    key,
    write: ({ configuration }) => String(configuration.stopping[field]),
    read: (text, settings) =>
      withConfiguration(settings, {
        stopping: { ...settings.configuration.stopping, [field]: numberFrom(text) },
      }),
  };
}

/** `8,4`, or `none` for a network without hidden layers. */
const hiddenEntry: Entry = {
  key: 'hidden',
  write: ({ configuration }) =>
    configuration.network.hidden.map((layer) => layer.units).join(',') || 'none',
  read: (text, settings) => {
    const activation = settings.configuration.network.hidden.at(0)?.activation ?? 'relu';
    const hidden =
      text === 'none'
        ? []
        : text.split(',').map((units) => ({ units: numberFrom(units), activation }));
    return withNetwork(settings, { hidden });
  },
};

/** `tanh` for all hidden layers, or one for each: `tanh,relu`. */
const activationEntry: Entry = {
  key: 'activation',
  write: ({ configuration }) => {
    const names = configuration.network.hidden.map((layer) => layer.activation);
    return new Set(names).size === 1 ? names[0] : names.join(',');
  },
  read: (text, settings) => {
    const names = text.split(',');
    const hidden = settings.configuration.network.hidden.map(
      ({ units }, index): LayerSpecification => ({ units, activation: names[index] ?? names[0] }),
    );
    if (names.length > Math.max(1, hidden.length)) {
      throw new RangeError(`expected 1 or ${hidden.length} activations, got "${text}"`);
    }
    return withNetwork(settings, { hidden });
  },
};

/** Read before the rest: the defaults of what follows depend on it. */
const datasetEntry: Entry = {
  key: 'data',
  write: ({ configuration }) => configuration.data.set,
  read: (text, settings) => ({
    ...settings,
    configuration: withDataset(settings.configuration, text),
  }),
};

const updaterEntry: Entry = {
  key: 'updater',
  write: ({ configuration }) => configuration.training.updater,
  read: (text, settings) => withUpdater(settings, text),
};

/** The settings with another updater, its own rate and its default hyperparameters. */
export function withUpdater(settings: Settings, name: string): Settings {
  const { defaultRate } = updaterNamed(name);
  return withTraining(settings, { updater: name, rate: defaultRate, hyperparameters: {} });
}

function updaterHyperparameter(name: string): Entry {
  const hyperparameters = updaters.flatMap((updater) => updater.hyperparameters);
  const fallback = hyperparameters.find((candidate) => candidate.name === name);
  return {
    key: name,
    write: ({ configuration: { training } }) => {
      const own = updaterNamed(training.updater).hyperparameters.find((h) => h.name === name);
      return String(training.hyperparameters[name] ?? (own ?? fallback)?.default);
    },
    read: (text, settings) =>
      withTraining(settings, {
        hyperparameters: {
          ...settings.configuration.training.hyperparameters,
          [name]: numberFrom(text),
        },
      }),
  };
}

function scheduleHyperparameter(name: string): Entry {
  const all = schedules.flatMap((schedule) => schedule.hyperparameters);
  const fallback = all.find((candidate) => candidate.name === name)?.default;
  return {
    key: `schedule-${name}`,
    write: ({ configuration: { training } }) =>
      String(training.scheduleHyperparameters[name] ?? fallback),
    read: (text, settings) =>
      withTraining(settings, {
        scheduleHyperparameters: {
          ...settings.configuration.training.scheduleHyperparameters,
          [name]: numberFrom(text),
        },
      }),
  };
}

const networkEntries: readonly Entry[] = [
  {
    key: 'features',
    write: ({ configuration }) => configuration.network.features.join(','),
    read: (text, settings) => withNetwork(settings, { features: text.split(',') }),
  },
  hiddenEntry,
  activationEntry,
  {
    key: 'init',
    write: ({ configuration }) => configuration.network.initializer,
    read: (text, settings) => withNetwork(settings, { initializer: text }),
  },
  {
    key: 'seed',
    write: ({ configuration }) => String(configuration.network.seed),
    read: (text, settings) => withNetwork(settings, { seed: numberFrom(text) }),
  },
];

const scheduleEntry: Entry = {
  key: 'schedule',
  write: ({ configuration }) => configuration.training.schedule,
  read: (text, settings) => withTraining(settings, { schedule: text, scheduleHyperparameters: {} }),
};

const shownSets = ['both', 'training', 'evaluation', 'none'] as const;

const viewEntries: readonly Entry[] = [
  {
    key: 'engine',
    write: ({ engine }) => engine,
    read: (text, settings) => ({ ...settings, engine: oneOf(['auto', 'webgl', 'plain'], text) }),
  },
  {
    key: 'speed',
    write: ({ stepsPerFrame }) =>
      String(1 + speeds.findIndex((speed) => speed.stepsPerFrame === stepsPerFrame)),
    read: (text, settings) => {
      const speed = speeds.at(numberFrom(text) - 1);
      if (Number(text) >= 1 && speed) return { ...settings, stepsPerFrame: speed.stepsPerFrame };
      throw new RangeError(`expected a whole number from 1 to ${speeds.length}, got "${text}"`);
    },
  },
  {
    key: 'show',
    write: ({ showTraining, showEvaluation }) =>
      shownSets[(showTraining ? 0 : 2) + (showEvaluation ? 0 : 1)],
    read: (text, settings) => {
      const index = shownSets.indexOf(oneOf(shownSets, text));
      return { ...settings, showTraining: index < 2, showEvaluation: index % 2 === 0 };
    },
  },
  {
    key: 'threshold',
    write: ({ threshold }) => String(threshold),
    read: (text, settings) => {
      const threshold = numberFrom(text);
      if (threshold >= 0 && threshold <= 1) return { ...settings, threshold };
      throw new RangeError(`expected a number from 0 to 1, got "${text}"`);
    },
  },
  {
    key: 'positive',
    write: ({ positiveClass }) => (positiveClass === 1 ? 'blue' : 'red'),
    read: (text, settings) => ({
      ...settings,
      positiveClass: oneOf(['red', 'blue'], text) === 'blue' ? 1 : 0,
    }),
  },
  {
    key: 'scores',
    write: ({ macroScores }) => (macroScores ? 'macro' : 'class'),
    read: (text, settings) => ({
      ...settings,
      macroScores: oneOf(['class', 'macro'], text) === 'macro',
    }),
  },
  {
    key: 'matrix',
    write: ({ matrixSet }) => matrixSet,
    read: (text, settings) => ({
      ...settings,
      matrixSet: oneOf(['training', 'evaluation'], text),
    }),
  },
  {
    key: 'loss',
    write: ({ logarithmicLoss }) => (logarithmicLoss ? 'log' : 'linear'),
    read: (text, settings) => ({
      ...settings,
      logarithmicLoss: oneOf(['log', 'linear'], text) === 'log',
    }),
  },
];

const updaterHyperparameterNames = [
  ...new Set(updaters.flatMap((updater) => updater.hyperparameters.map((h) => h.name))),
];
const scheduleHyperparameterNames = [
  ...new Set(schedules.flatMap((schedule) => schedule.hyperparameters.map((h) => h.name))),
];

/** In the order in which they are read: what sets defaults for others comes first. */
const entries: readonly Entry[] = [
  datasetEntry,
  dataNumber('samples', 'training'),
  dataNumber('held-out', 'evaluation'),
  dataNumber('data-seed', 'seed'),
  ...networkEntries,
  updaterEntry,
  trainingNumber('rate', 'rate'),
  ...updaterHyperparameterNames.map(updaterHyperparameter),
  scheduleEntry,
  ...scheduleHyperparameterNames.map(scheduleHyperparameter),
  trainingNumber('batch', 'batchSize'),
  trainingNumber('l1', 'l1'),
  trainingNumber('l2', 'l2'),
  trainingNumber('dropout', 'dropout'),
  trainingNumber('clip', 'clipping'),
  stopRule('epochs', 'epochs'),
  stopRule('stop-loss', 'loss'),
  stopRule('stop-accuracy', 'accuracy'),
  stopRule('plateau', 'plateau'),
  ...viewEntries,
];

/** The keys of the address, each at most once. */
export const settingsKeys: readonly string[] = entries.map((entry) => entry.key);

/** `data=moon&hidden=8,4`: only what differs from what would stand there anyway. */
export function writeSettings(settings: Settings): string {
  let plain = defaultSettings;
  const parts: string[] = [];
  for (const { key, write, read } of entries) {
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
  for (const { key, read } of entries) {
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
