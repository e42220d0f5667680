import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activations } from '../../../src/learning/activations/activations.ts';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { schedules } from '../../../src/learning/schedules/schedules.ts';
import { updaters } from '../../../src/learning/updaters/updaters.ts';
import {
  defaultSettings,
  speeds,
  withDataset,
  withUpdater,
} from '../../../src/state/experiment/settings.ts';
import type { Settings } from '../../../src/state/experiment/settings.ts';
import { readSettings, settingsKeys, writeSettings } from '../../../src/state/page/settingsText.ts';

const nameOf = (table: readonly { name: string }[]) =>
  fc.constantFrom(...table.map((entry) => entry.name));

const anyLayer = fc.record({
  units: fc.integer({ min: 1, max: 64 }),
  activation: nameOf(activations),
});

const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    dataset: nameOf(datasets),
    updater: nameOf(updaters),
    schedule: nameOf(schedules),
    hidden: fc.array(anyLayer, { maxLength: 8 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    rate: fc.double({ min: 1e-5, max: 1, noNaN: true }),
    batchSize: fc.integer({ min: 1, max: 512 }),
    epochs: fc.integer({ min: 0, max: 1000 }),
    speed: fc.constantFrom(...speeds),
    threshold: fc.double({ min: 0, max: 1, noNaN: true }),
    positiveClass: fc.constantFrom(0 as const, 1 as const),
    showTraining: fc.boolean(),
    showEvaluation: fc.boolean(),
    logarithmicLoss: fc.boolean(),
  })
  .map((drawn) => {
    const configuration = withDataset(defaultSettings.configuration, drawn.dataset);
    const settings = withUpdater({ ...defaultSettings, configuration }, drawn.updater);
    const { network, training, stopping } = settings.configuration;
    return {
      ...settings,
      configuration: {
        ...settings.configuration,
        network: { ...network, hidden: drawn.hidden, seed: drawn.seed },
        training: {
          ...training,
          schedule: drawn.schedule,
          rate: drawn.rate,
          batchSize: drawn.batchSize,
        },
        stopping: { ...stopping, epochs: drawn.epochs },
      },
      stepsPerFrame: drawn.speed.stepsPerFrame,
      threshold: drawn.threshold,
      positiveClass: drawn.positiveClass,
      showTraining: drawn.showTraining,
      showEvaluation: drawn.showEvaluation,
      logarithmicLoss: drawn.logarithmicLoss,
    };
  });

describe('settings as text', () => {
  it('needs no words for the defaults', () => {
    expect(writeSettings(defaultSettings)).toBe('');
    expect(readSettings('')).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('is short and readable', () => {
    const { settings, problems } = readSettings(
      '#data=moon&hidden=8,4&activation=tanh&updater=adam',
    );
    expect(problems).toEqual([]);
    expect(writeSettings(settings)).toBe('data=moon&hidden=8,4&activation=tanh&updater=adam');
  });

  it('gives back what was written', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const text = writeSettings(settings);
        const read = readSettings(text);
        expect(read.problems).toEqual([]);
        expect(writeSettings(read.settings)).toBe(text);
        expect(read.settings.configuration.network).toEqual(settings.configuration.network);
        expect(read.settings.configuration.training.rate).toBe(
          settings.configuration.training.rate,
        );
        expect({ ...read.settings, configuration: 0 }).toEqual({ ...settings, configuration: 0 });
      }),
    );
  });

  it('names each key once', () => {
    expect(new Set(settingsKeys).size).toBe(settingsKeys.length);
  });

  it.each([
    ['hidden=0', /hidden=0.*got 0/],
    ['hidden=8,x', /expected a number, got "x"/],
    ['data=mars', /data=mars.*linear/],
    ['updater=warp', /updater=warp.*nesterovs/],
    ['rate=-1', /rate=-1.*got -1/],
    ['speed=0', /from 1 to 7/],
    ['threshold=2', /from 0 to 1/],
    ['colour=green', /"colour=green", which is no setting/],
    ['momentum=0.5&updater=adam', /momentum=0.5/],
    ['%E0%A4%A', /no setting/],
  ])('reports %s and leaves it out', (text, sentence) => {
    const { settings, problems } = readSettings(`${text}&batch=20`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
    expect(settings.configuration.training.batchSize).toBe(20);
  });

  it('lets the rate follow the example of the data set until the user sets it', () => {
    const { configuration } = defaultSettings;
    expect(withDataset(configuration, 'moon').training.rate).toBe(0.005);
    expect(withDataset(configuration, 'moon').stopping.epochs).toBe(100);
    const own = { ...configuration, training: { ...configuration.training, rate: 0.02 } };
    expect(withDataset(own, 'moon').training.rate).toBe(0.02);
  });
});
