import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetNamed, datasets } from '../../../../src/learning/datasets/datasets.ts';
import { withDefaults } from '../../../../src/learning/hyperparameter.ts';
import { scheduleNamed } from '../../../../src/learning/schedules/schedules.ts';
import { formerKeys } from '../../../../src/learning/settings/formerKeys.ts';
import { recipeFields } from '../../../../src/learning/settings/recipeFields.ts';
import { updaterNamed } from '../../../../src/learning/updaters/updaters.ts';
import { hideable } from '../../../../src/state/experiment/hideable.ts';
import { defaultSettings, speeds, withDataset } from '../../../../src/state/experiment/settings.ts';
import type { Settings } from '../../../../src/state/experiment/settings.ts';
import {
  leftOut,
  readSettings,
  settingsKeys,
  writeSettings,
} from '../../../../src/state/page/address/settingsText.ts';
import { anyConfiguration, anyName, anyNumber } from '../../../support/anyConfiguration.ts';

const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    experiment: fc.record({
      source: fc.record({
        kind: fc.constant('recipe' as const),
        recipe: fc.record({
          set: anyName(datasets),
          training: anyNumber(recipeFields.training),
          evaluation: anyNumber(recipeFields.evaluation),
          seed: anyNumber(recipeFields.seed),
          noise: anyNumber(recipeFields.noise),
          balance: anyNumber(recipeFields.balance),
          labelNoise: anyNumber(recipeFields.labelNoise),
          outliers: anyNumber(recipeFields.outliers),
        }),
      }),
      configuration: anyConfiguration,
    }),
    run: fc.record({
      engine: fc.constantFrom('auto' as const, 'webgl' as const, 'simd' as const),
      stepsPerFrame: fc.constantFrom(...speeds.map((speed) => speed.stepsPerFrame)),
    }),
    decision: fc.record({
      threshold: anyNumber({ min: 0, max: 1 }),
      positiveClass: fc.constantFrom(0, 1),
    }),
    display: fc.record({
      showTraining: fc.boolean(),
      showEvaluation: fc.boolean(),
      macroScores: fc.boolean(),
      matrixSet: fc.constantFrom('training' as const, 'evaluation' as const),
      logarithmicLoss: fc.boolean(),
      moreScores: fc.boolean(),
      hidden: fc.subarray(hideable.map(({ name }) => name)),
    }),
  })
  .map(withItsClasses);

/** With as many classes as the data set has. */
function withItsClasses(settings: Settings): Settings {
  const { source, configuration } = settings.experiment;
  if (source.kind === 'own') return settings;
  const { classes } = datasetNamed(source.recipe.set);
  const network = { ...configuration.network, classes };
  return { ...settings, experiment: { source, configuration: { ...configuration, network } } };
}

/** With the values of all hyperparameters, so that a default given and one left out are equal. */
function complete(settings: Settings): Settings {
  const { experiment } = settings;
  const { training } = experiment.configuration;
  const { updater, hyperparameters, schedule, scheduleHyperparameters } = training;
  const completed = {
    ...training,
    hyperparameters: withDefaults(updaterNamed(updater).hyperparameters, hyperparameters),
    scheduleHyperparameters: withDefaults(
      scheduleNamed(schedule).hyperparameters,
      scheduleHyperparameters,
    ),
  };
  const configuration = { ...experiment.configuration, training: completed };
  return { ...settings, experiment: { ...experiment, configuration } };
}

function keysOf(text: string): string[] {
  return text.split('&').map((pair) => pair.replace(/=.*/, ''));
}

const own: Settings = {
  ...defaultSettings,
  experiment: {
    ...defaultSettings.experiment,
    source: {
      kind: 'own',
      name: 'three.csv',
      samples: {
        training: { points: new Float32Array(6), labels: new Uint8Array([0, 1, 2]) },
        evaluation: { points: new Float32Array(), labels: new Uint8Array() },
      },
    },
  },
};

describe('settings as the text of an address', () => {
  it('are empty for the defaults', () => {
    expect(writeSettings(defaultSettings)).toBe('');
    expect(readSettings('')).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('are short and readable', () => {
    const text =
      'data=moon&noise=0.3&hidden=8,4&activation=tanh&updater=adam&speed=60/s&positive=red';
    const { settings, problems } = readSettings(`#${text}`);
    expect(problems).toEqual([]);
    expect(writeSettings(settings)).toBe(text);
  });

  it('give back what was written, and every key is written', () => {
    const written = new Set<string>();
    fc.assert(
      fc.property(anySettings, (settings) => {
        const text = writeSettings(settings);
        for (const key of keysOf(text)) written.add(key);
        const read = readSettings(text);
        expect(read.problems).toEqual([]);
        expect(complete(read.settings)).toEqual(complete(settings));
        expect(writeSettings(read.settings)).toBe(text);
      }),
      { seed: 11, numRuns: 1000 },
    );
    expect([...written].sort()).toEqual([...settingsKeys].sort());
  });

  it('name each key once', () => {
    expect(new Set(settingsKeys).size).toBe(settingsKeys.length);
  });

  it('let the rate follow the example of the data set until the user sets it', () => {
    const { experiment } = defaultSettings;
    const { configuration } = experiment;
    const moon = withDataset(experiment, 'moon').configuration;
    expect([moon.training.rate, moon.stopping.epochs]).toEqual([0.005, 100]);
    const ownRate = {
      ...experiment,
      configuration: { ...configuration, training: { ...configuration.training, rate: 0.02 } },
    };
    expect(withDataset(ownRate, 'moon').configuration.training.rate).toBe(0.02);
    // Each by itself.
    expect(withDataset(ownRate, 'moon').configuration.stopping.epochs).toBe(100);
    const ownEpochs = {
      ...experiment,
      configuration: { ...configuration, stopping: { ...configuration.stopping, epochs: 40 } },
    };
    expect(withDataset(ownEpochs, 'moon').configuration.training.rate).toBe(0.005);
    expect(withDataset(ownEpochs, 'moon').configuration.stopping.epochs).toBe(40);
  });
});

describe('what an address cannot say', () => {
  it.each([
    [
      'hidden=0',
      /"hidden=0", .*: units of layer 1: expected a whole number from 1 to 256, got "0"/,
    ],
    ['hidden=8,x', /units of layer 2: .* got "x"/],
    ['data=mars', /data set: expected one of linear, .* got "mars"/],
    ['updater=warp', /updater: .* nesterovs/],
    ['rate=-1', /learning rate r: .* got "-1"/],
    ['rate=0x1', /learning rate r: .* got "0x1"/],
    ['epochs=1,000', /epochs: .* \(which can mean 1 or 1000\)/],
    ['seed=4294967296', /seed: expected a whole number from 0 to 4294967295/],
    ['data-seed=4294967296', /seed of the samples: expected a whole number from 0 to 4294967295/],
    ['training=9', /training samples: expected a whole number from 10 to 20000/],
    ['noise=0.6', /noise: expected a number from 0 to 0.5, got "0.6"/],
    ['balance=0', /share of blue: expected a number from 0.05 to 0.95, got "0"/],
    ['label-noise=a', /wrong labels: expected a number from 0 to 0.5, got "a"/],
    ['outliers=-1', /outliers: expected a number from 0 to 0.5, got "-1"/],
    [
      'hidden=8,8,8,8&activation=tanh,relu',
      /activation: expected one name, or 4 names, got a list of 2/,
    ],
    ['hidden=none&activation=bogus', /activation of layer 1: expected one of .* got "bogus"/],
    ['speed=2.7', /speed: expected one of /],
    ['threshold=2', /threshold: expected a number from 0 to 1/],
    ['threshold=-1', /threshold: expected a number from 0 to 1/],
    ['threshold=', /threshold: .* got ""/],
    ['speed=0', /speed: expected one of 1\/s, 6\/s, .*max/],
    ['speed=1.5', /speed: /],
    ['speed=5/s', /speed: /],
    ['engine=abacus', /engine: expected one of auto, /],
    ['positive=green', /positive class: expected one of red, blue, got "green"/],
    ['momentum=0.5&updater=adam', /momentum μ: expected a hyperparameter of Adam/],
    ['colour=green', /"colour=green", but there is no setting of that name\.$/],
    ['hiden=8', /"hiden=8", but .* Did you mean hidden\?$/],
    ['moon', /"moon", but there is no setting/],
    ['%E0%A4%A=1', /"%E0%A4%A=1", but there is no setting/],
    ['%E0%A4%A', /"%E0%A4%A", but there is no setting/],
    ['a%00b=1', /"a\\u0000b=1"/],
    [`${'x'.repeat(1000)}=1`, /"x{40}…"/],
  ])('is reported and not used: %s', (text, sentence) => {
    const { settings, problems } = readSettings(`${text}&batch=20`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^The address says "/);
    expect(problems[0]).toMatch(sentence);
    expect(settings.experiment.configuration.training.batchSize).toBe(20);
    expect(readSettings(writeSettings(settings)).problems).toEqual([]);
  });

  it.each([
    ['batch=10&batch=20', ['batch'], 'batch=20'],
    ['samples=10&training=20&rate=1&rate=2&rate=3', ['training', 'rate'], 'training=20&rate=3'],
    ['batch=20&batch=20', [], 'batch=20'],
  ])('is reported where a key is repeated: %s', (text, keys, same) => {
    const { settings, problems } = readSettings(text);
    expect(problems).toEqual(
      keys.map((key) => `The address says "${key}" more than once; the last one counts.`),
    );
    expect(settings).toEqual(readSettings(same).settings);
  });

  it('is told in a bounded text, whatever its length', () => {
    for (const text of [`hidden=${'8,'.repeat(500_000)}`, `batch=${'x'.repeat(1e6)}`]) {
      const { problems } = readSettings(text);
      expect(problems).toHaveLength(1);
      expect(problems.join('').length).toBeLessThan(300);
    }
    const keys = Array.from({ length: 100_000 }, (_, index) => `unknown${index}=1`).join('&');
    expect(readSettings(keys).problems.join('').length).toBeLessThan(2000);
  });

  it('is listed ten times at most', () => {
    const text = Array.from({ length: 12 }, (_, index) => `unknown${index}=1`).join('&');
    const { problems } = readSettings(text);
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)).toBe('2 more parts of the address cannot be used.');
  });

  it.each(['#/learn', '#/learn/first-steps', '/'])('is no setting at all in %s', (text) => {
    expect(readSettings(text)).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('is what one’s own samples are', () => {
    expect(leftOut(defaultSettings)).toEqual([]);
    expect(leftOut(own)).toEqual([
      'The link does not hold the samples "three.csv"; it opens with the data set linear.',
    ]);
    expect(writeSettings(own)).toBe('');
    const third = { ...own, decision: { threshold: 0.25, positiveClass: 2 } };
    expect(writeSettings(third)).toBe('threshold=0.25');
  });
});

describe('links from before', () => {
  it.each([
    ['samples=500', 'training=500'],
    ['held-out=50', 'evaluation=50'],
    ['clip=2', 'clipping=2'],
    ['updater=adamw&weightDecay=0.02', 'updater=adamw&weight-decay=0.02'],
    ['speed=1', 'speed=1/s'],
    ['speed=6', 'speed=6000/s'],
    ['speed=7', 'speed=max'],
    ['positive=red', 'positive=red'],
  ])('%s means %s', (former, text) => {
    const { settings, problems } = readSettings(former);
    expect(problems).toEqual([]);
    expect(writeSettings(settings)).toBe(text);
  });

  it('lead to keys of today', () => {
    for (const [former, key] of formerKeys) {
      expect(settingsKeys).toContain(key);
      expect(settingsKeys).not.toContain(former);
    }
  });
});

describe('an address that was sent about', () => {
  const plain = 'data=moon&hidden=8,4&rate=0.05';
  const { settings } = readSettings(plain);

  it.each([
    ['encoded', encodeURIComponent(plain)],
    ['encoded twice', encodeURIComponent(encodeURIComponent(plain))],
    ['encoded from its first &', 'data=moon%26hidden%3D8%2C4%26rate%3D0.05'],
    ['in HTML', plain.replaceAll('&', '&amp;')],
    ['in HTML, encoded', encodeURIComponent(plain.replaceAll('&', '&amp;'))],
    ['at the end of a sentence', `${plain}.`],
    ['in brackets', `${plain})`],
    ['in quotes', `${plain}".`],
    ['in quotes, encoded', `${plain}%22%20`],
    ['with a decimal comma', plain.replace('0.05', '0,05')],
    ['with blanks', 'data=moon%20&hidden=8,%204&rate=%200.05'],
    ['with an & at the end', `${plain}&`],
  ])('means the same %s', (_way, text) => {
    expect(readSettings(`#${text}`)).toEqual({ settings, problems: [] });
  });
});

/** Keys, values and signs that an address may hold, rightly put together or not. */
const piece = fc.oneof(
  fc.constantFrom(...settingsKeys, ...formerKeys.keys()),
  fc.constantFrom(
    '=',
    '=',
    '=',
    '&',
    '&',
    ',',
    '%',
    '%2C',
    '%3D',
    '&amp;',
    '#',
    '/',
    '\0',
    '\u202e',
  ),
  fc.constantFrom('moon', 'adam', 'relu', 'none', '8,4', '0,05', '1e999', '-0', 'NaN', '__proto__'),
  fc.string({ maxLength: 6 }),
  fc.double().map(String),
);
const anyAddress = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

it('any text is read as settings that can be written and read again', () => {
  fc.assert(
    fc.property(anyAddress, (text) => {
      const { settings, problems } = readSettings(text);
      expect(problems.join('').length).toBeLessThan(4000);
      const written = writeSettings(settings);
      const again = readSettings(written);
      expect(again.problems).toEqual([]);
      expect(writeSettings(again.settings)).toBe(written);
    }),
    { seed: 8, numRuns: 1000 },
  );
});
