import type { Configuration, DataChoice, StopRules } from '../../learning/configuration.ts';
import { schedules } from '../../learning/schedules/schedules.ts';
import type {
  LayerSpecification,
  NetworkSpecification,
  TrainingSpecification,
} from '../../learning/specification.ts';
import { updaterNamed, updaters } from '../../learning/updaters/updaters.ts';
import { speeds, withDataset, withUpdater } from '../experiment/settings.ts';
import type { Settings } from '../experiment/settings.ts';

/** One `key=value` of the address: how it is written and how it changes the settings when read. */
export interface SettingsEntry {
  readonly key: string;
  readonly write: (settings: Settings) => string;
  /** Throws an Error with a sentence when the text makes no sense. */
  readonly read: (text: string, settings: Settings) => Settings;
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

function dataNumber(key: string, field: NumberKey<DataChoice>): SettingsEntry {
  return {
    key,
    write: ({ configuration }) => String(configuration.data[field]),
    read: (text, settings) => withData(settings, { [field]: numberFrom(text) }),
  };
}

function trainingNumber(key: string, field: NumberKey<TrainingSpecification>): SettingsEntry {
  return {
    key,
    write: ({ configuration }) => String(configuration.training[field]),
    read: (text, settings) => withTraining(settings, { [field]: numberFrom(text) }),
  };
}

function stopRule(key: string, field: keyof StopRules): SettingsEntry {
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
const hiddenEntry: SettingsEntry = {
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
const activationEntry: SettingsEntry = {
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
    const most = Math.max(1, hidden.length);
    if (names.length > most) {
      const expected = most === 1 ? '1 activation' : `1 or ${most} activations`;
      throw new RangeError(`expected ${expected}, got "${text}"`);
    }
    return withNetwork(settings, { hidden });
  },
};

/** Read before the rest: the defaults of what follows depend on it. */
const datasetEntry: SettingsEntry = {
  key: 'data',
  write: ({ configuration }) => configuration.data.set,
  read: (text, settings) => ({
    ...settings,
    configuration: withDataset(settings.configuration, text),
  }),
};

const updaterEntry: SettingsEntry = {
  key: 'updater',
  write: ({ configuration }) => configuration.training.updater,
  read: (text, settings) => withUpdater(settings, text),
};

function updaterHyperparameter(name: string): SettingsEntry {
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

function scheduleHyperparameter(name: string): SettingsEntry {
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

const networkEntries: readonly SettingsEntry[] = [
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

const scheduleEntry: SettingsEntry = {
  key: 'schedule',
  write: ({ configuration }) => configuration.training.schedule,
  read: (text, settings) => withTraining(settings, { schedule: text, scheduleHyperparameters: {} }),
};

const shownSets = ['both', 'training', 'evaluation', 'none'] as const;

const viewEntries: readonly SettingsEntry[] = [
  {
    key: 'engine',
    write: ({ engine }) => engine,
    read: (text, settings) => ({ ...settings, engine: oneOf(['auto', 'webgl', 'simd'], text) }),
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
export const settingsEntries: readonly SettingsEntry[] = [
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
