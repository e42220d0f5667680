import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { formerKeys } from '../../src/learning/settings/formerKeys.ts';
import { validateConfiguration } from '../../src/learning/validation/validateConfiguration.ts';
import { readOptions } from '../../src/state/page/address/readOptions.ts';
import {
  readSettings,
  settingsKeys,
  writeSettings,
} from '../../src/state/page/address/settingsText.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileText, hostileValue, machineWords, showable } from '../support/hostile.ts';

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...settingsKeys, ...formerKeys.keys()) },
  hostileText,
);
const value = fc.oneof(
  fc.constantFrom<unknown>([8, 4], ['tanh', 'relu'], [], 'moon', 'adam', 10, 0.5, 1, 'red', 'max'),
  fc.array(fc.oneof(fc.double(), hostileText), { maxLength: 3 }),
  hostileValue,
);

/** Options as a program without types may give them. */
const options = fc
  .array(fc.tuple(key, value), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));

type Options = Parameters<typeof readOptions>[0];

function expectUsable(given: Readonly<Record<string, unknown>>): void {
  let settings;
  try {
    settings = readOptions(given as Options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    expect(error.message).toMatch(showable);
    expect(error.message).not.toMatch(machineWords);
    return;
  }
  const { configuration } = settings.experiment;
  expect(validateConfiguration(configuration)).toEqual(configuration);
  expect(readSettings(writeSettings(settings)).problems).toEqual([]);
}

describe('options in code, whatever they are,', () => {
  fuzz('give valid settings, or a sentence', { seed: 89, inputs: options }, expectUsable);
});
