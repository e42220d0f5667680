import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleConfiguration, type Configuration } from '../../../src/learning/configuration.ts';
import { withDefaults } from '../../../src/learning/hyperparameter.ts';
import { scheduleNamed } from '../../../src/learning/schedules/schedules.ts';
import { configurationSettings } from '../../../src/learning/settings/configurationSettings.ts';
import { updaterNamed } from '../../../src/learning/updaters/updaters.ts';
import { validateConfiguration } from '../../../src/learning/validation/validateConfiguration.ts';
import { faultOf } from '../validation/refusal.ts';
import { anyConfiguration } from '../../support/anyConfiguration.ts';

function settingOf(key: string) {
  const setting = configurationSettings.find((each) => each.key === key);
  if (!setting) throw new Error(`There is no setting "${key}".`);
  return setting;
}

function read(text: string, whole = articleConfiguration): Configuration {
  let configuration = whole;
  for (const pair of text.split('&')) {
    const [key = '', value = ''] = pair.split('=');
    configuration = settingOf(key).read(value, configuration);
  }
  return configuration;
}

/** With the values of all hyperparameters, so that a default given and one left out are equal. */
function complete(configuration: Configuration): Configuration {
  const { training } = configuration;
  const { updater, hyperparameters, schedule, scheduleHyperparameters } = training;
  return {
    ...configuration,
    training: {
      ...training,
      hyperparameters: withDefaults(updaterNamed(updater).hyperparameters, hyperparameters),
      scheduleHyperparameters: withDefaults(
        scheduleNamed(schedule).hyperparameters,
        scheduleHyperparameters,
      ),
    },
  };
}

describe('the settings of a configuration', () => {
  it('give back what they wrote', () => {
    fc.assert(
      fc.property(anyConfiguration, (configuration) => {
        let copy = articleConfiguration;
        for (const { write, read: readText } of configurationSettings) {
          const text = write(configuration);
          if (text !== undefined) copy = readText(text, copy);
        }
        expect(complete(copy)).toEqual(complete(configuration));
      }),
      { seed: 7 },
    );
  });

  it('give nothing that the validators refuse', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        'none',
        '1,000',
        '0,5',
        '1e99',
        '-1',
        'x,y',
        'adam',
        '8,4',
        '1 000',
        '0.5',
        '3,17-20',
      ),
      fc.double().map(String),
      fc.string({ maxLength: 8 }),
    );
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...configurationSettings), text, (setting, given) => {
        let changed: Configuration;
        try {
          changed = setting.read(given, articleConfiguration);
        } catch {
          expect(faultOf(() => setting.read(given, articleConfiguration))).toMatch(/^\S+ \w+$/);
          return;
        }
        taken++;
        expect(validateConfiguration(changed)).toEqual(changed);
      }),
      { seed: 8, numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('say which default they have', () => {
    for (const { key, defaultText, write } of configurationSettings) {
      const text = write(articleConfiguration);
      if (text !== undefined) expect([key, text]).toEqual([key, defaultText]);
    }
  });
});

describe('single settings', () => {
  it('list what is frozen and cut as numbers and ranges', () => {
    const { training } = read('frozen=3, 17-20 ,101&cut=0-1');
    expect(training.frozen).toEqual([3, 17, 18, 19, 20, 101]);
    expect(training.cut).toEqual([0, 1]);
    expect(settingOf('frozen').write(read('frozen=3,4,5,7,8'))).toBe('3-5,7-8');
    expect(read('frozen=none', read('frozen=3')).training.frozen).toEqual([]);
  });

  it('free all weights where other features, layers or units give them another meaning', () => {
    const masked = read('frozen=3&cut=5');
    for (const text of ['features=x', 'hidden=19', 'hidden=20,20', 'hidden=none']) {
      expect(read(text, masked).training).toMatchObject({ frozen: [], cut: [] });
    }
    for (const text of ['activation=tanh', 'seed=7', 'init=he', 'updater=adam', 'hidden=20']) {
      expect(read(text, masked).training).toMatchObject({ frozen: [3], cut: [5] });
    }
  });

  it('take no hidden layers, and one activation for all or for each', () => {
    expect(read('hidden=none').network.hidden).toEqual([]);
    expect(read('hidden=8,4&activation=tanh').network.hidden).toEqual([
      { units: 8, activation: 'tanh' },
      { units: 4, activation: 'tanh' },
    ]);
    expect(read('hidden=8,4&activation=tanh, elu').network.hidden).toEqual([
      { units: 8, activation: 'tanh' },
      { units: 4, activation: 'elu' },
    ]);
  });

  it('bring the updater’s rate and forget the hyperparameters of the one before', () => {
    const { training } = read('momentum=0.5&updater=adam');
    expect([training.updater, training.rate, training.hyperparameters]).toEqual(['adam', 0.01, {}]);
  });

  it.each([
    ['hidden=8,x', 'network.hidden[1].units type'],
    ['hidden=0', 'network.hidden[0].units range'],
    ['hidden=', 'network.hidden[0].units type'],
    ['hidden=2.5', 'network.hidden[0].units whole'],
    ['hidden=1,2,3,4,5,6,7,8,9', 'network.hidden range'],
    ['activation=tanh,relu', 'network.hidden[].activation range'],
    ['activation=warp', 'network.hidden[0].activation name'],
    ['features=x,z', 'network.features[1] name'],
    ['features=x,x', 'network.features[1] repeated'],
    ['features=', 'network.features[0] name'],
    ['seed=4294967296', 'network.seed range'],
    ['updater=warp', 'training.updater name'],
    ['rate=0', 'training.rate range'],
    ['rate=0x1', 'training.rate type'],
    ['updater=adam&momentum=0.5', 'training.hyperparameters.momentum key'],
    ['updater=adam&beta1=1', 'training.hyperparameters.beta1 range'],
    ['schedule-drop=0.5', 'training.scheduleHyperparameters.drop key'],
    ['batch=2.5', 'training.batchSize whole'],
    ['batch=1,000', 'training.batchSize ambiguous'],
    ['frozen=102', 'training.frozen range'],
    ['hidden=2&frozen=12', 'training.frozen range'],
    ['frozen=-1', 'training.frozen range'],
    ['frozen=1-102', 'training.frozen range'],
    ['frozen=0-1e15', 'training.frozen range'],
    ['frozen=5-3', 'training.frozen repeated'],
    ['frozen=3,3', 'training.frozen repeated'],
    ['frozen=3,1', 'training.frozen repeated'],
    ['frozen=1.5', 'training.frozen whole'],
    ['frozen=w', 'training.frozen type'],
    ['frozen=', 'training.frozen type'],
    ['frozen=1-2-3', 'training.frozen type'],
    ['frozen=3&cut=1-4', 'training.cut repeated'],
    ['epochs=1.000', 'stopping.epochs ambiguous'],
    ['stop-accuracy=−0.1', 'stopping.accuracy range'],
  ])('refuse %s', (text, fault) => {
    expect(faultOf(() => read(text))).toBe(fault);
  });
});
