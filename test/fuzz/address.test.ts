import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formerKeys } from '../../src/learning/settings/formerKeys.ts';
import { validateConfiguration } from '../../src/learning/validation/validateConfiguration.ts';
import type { Settings } from '../../src/state/experiment/settings.ts';
import { addressSettings } from '../../src/state/page/address/addressSettings.ts';
import {
  readSettings,
  settingsKeys,
  writeSettings,
} from '../../src/state/page/address/settingsText.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileText, machineWords, showable } from '../support/hostile.ts';

const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...settingsKeys, ...formerKeys.keys()) },
  hostileText,
);
const soundValue = fc.constantFrom(
  ...['8,4', 'none', 'tanh', 'tanh,relu', 'moon', 'spiral', 'adam', 'momentum', 'step', 'x,y,xx'],
  ...['1', '0', '0.5', '10', '100', '1e-3', 'max', 'red', 'blue', 'both', 'macro', 'log', 'webgl'],
);
const pair = fc
  .tuple(key, fc.oneof(soundValue, hostileText), fc.constantFrom('=', '', '=='))
  .map(([name, value, mark]) => name + mark + value);
const pairs = fc
  .tuple(fc.array(pair, { maxLength: 12 }), fc.constantFrom('&', '&amp;', '&&', ';', ' '))
  .map(([list, mark]) => list.join(mark));

/** As it stands, or as messengers encode it. */
const address = fc
  .tuple(fc.oneof(pairs, hostileText), fc.constantFrom('', '#', '##', '#/'), fc.nat(2))
  .map(([text, start, times]) => start + encoded(text, times));

function encoded(text: string, times: number): string {
  return times === 0 ? text : encoded(encodeURIComponent(text.replace(/\p{Cs}/gu, '')), times - 1);
}

/** Each setting has a text that reads back as the same setting. */
function expectValid(settings: Settings): void {
  const { configuration } = settings.experiment;
  expect(validateConfiguration(configuration)).toEqual(configuration);
  for (const { write, read } of addressSettings) {
    const text = write(settings);
    if (text !== undefined) expect(write(read(text, settings))).toBe(text);
  }
}

function expectUsable(text: string): void {
  const { settings, problems } = readSettings(text);
  expectValid(settings);
  expect(problems.length).toBeLessThanOrEqual(11);
  for (const problem of problems) {
    expect(problem).toMatch(showable);
    expect(problem).not.toMatch(machineWords);
  }
  const written = writeSettings(settings);
  const again = readSettings(written);
  expect(again.problems).toEqual([]);
  expect(writeSettings(again.settings)).toBe(written);
}

const prototypeNames = Object.getOwnPropertyNames(Object.prototype).sort();

describe('an address, whatever it says,', () => {
  fuzz(
    'gives valid settings that are written stably, and short sentences',
    { seed: 85, inputs: address },
    (text) => {
      expectUsable(text);
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(prototypeNames);
    },
  );

  it.each([
    ['F1: an unknown key twice', 'x=1&x=1'],
    ['F12: a known key twice', 'batch=10&batch=20'],
    ['F12: a value beside the choices', 'speed=2.7'],
    ['F12: activations for other layers', 'hidden=8,8,8,8&activation=tanh,relu'],
    ['F12: an activation for no layer', 'hidden=none&activation=bogus'],
    ['F13: a megabyte in a value', `batch=${'x'.repeat(1e6)}`],
    ['F13: a megabyte in a key', `${'x'.repeat(1e6)}=1`],
    ['F13: 20,000 unknown keys', Array.from({ length: 20_000 }, (_, i) => `k${i}=1`).join('&')],
    ['F14: encoded as a whole', 'data%3Dmoon%26hidden%3D8%2C4'],
    ['F15: thousands', 'epochs=1,000'],
    ['a name of the prototype', '__proto__=1&constructor=2&toString&hasOwnProperty=none'],
    ['256 units in each of 8 layers', `hidden=${Array(8).fill(256).join()}&training=5000`],
  ])('gives valid settings: %s', (_name, text) => {
    expectUsable(text);
  });
});
