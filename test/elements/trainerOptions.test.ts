import { expect, it } from 'vitest';
import {
  optionNames,
  readTrainerOptions,
  type TrainerOptions,
} from '../../src/elements/trainerOptions.ts';
import { defaultSettings } from '../../src/state/experiment/settings.ts';
import { writeSettings } from '../../src/state/page/address/settingsText.ts';

it('has the names of the address, as JavaScript writes them', () => {
  expect(optionNames).toEqual(
    expect.arrayContaining(['data', 'hidden', 'activation', 'updater', 'rate', 'weightDecay']),
  );
  expect(optionNames.filter((name) => !/^\w+$/.test(name))).toEqual([]);
});

it('changes what is given and leaves the rest', () => {
  const settings = readTrainerOptions(
    { data: 'moon', hidden: [8, 4], dataSeed: 3 },
    defaultSettings,
  );
  const text = 'data=moon&data-seed=3&hidden=8,4';
  expect(writeSettings(settings)).toBe(text);
  expect(writeSettings(readTrainerOptions({ rate: 0.5, l1: undefined }, settings))).toBe(
    `${text}&rate=0.5`,
  );
});

it('takes samples, and a network with as many classes', () => {
  const data = [0, 1, 2].map((label) => ({ x: label, y: label, label }));
  const { experiment } = readTrainerOptions({ data, rate: 0.5 }, defaultSettings);
  expect(experiment.source.kind).toBe('own');
  expect(experiment.configuration.network.classes).toBe(3);
  expect(experiment.configuration.training.rate).toBe(0.5);
});

it.each([
  [{ hiden: [3] }, 'There is no setting "hiden" (did you mean hidden?).'],
  [{ rate: -1 }, 'rate'],
  [{ data: 'moons' }, 'moon'],
  [{ data: [{ x: 1, y: NaN, label: 0 }] }, 'expected numbers x and y'],
])('refuses %j with a sentence', (options, sentence) => {
  // Cells have no types.
  const given = options as TrainerOptions;
  expect(() => readTrainerOptions(given, defaultSettings)).toThrow(sentence);
});
