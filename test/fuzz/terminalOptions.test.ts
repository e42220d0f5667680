import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '../../src/cli/startOptions.ts';
import { readTrainOptions } from '../../src/cli/trainOptions.ts';
import { UsageError } from '../../src/cli/usageError.ts';
import { recipeExperimentSettings } from '../../src/learning/settings/recipeExperimentSettings.ts';
import { validateConfiguration } from '../../src/learning/validation/validateConfiguration.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileText, machineWords, showable } from '../support/hostile.ts';

/** Words of a command with these options, given in every way, and other words between them. */
function anyWords(names: readonly string[], values: readonly string[]) {
  const value = fc.oneof(fc.constantFrom(...values), hostileText);
  const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, hostileText);
  const option = fc.oneof(
    fc.tuple(name, value).map(([key, text]) => [`--${key}`, text]),
    fc.tuple(name, value).map(([key, text]) => [`--${key}=${text}`]),
    fc.tuple(fc.constantFrom('--', '-', '-h', '-xyz', '--no-json', '---'), value),
  );
  return fc.array(option, { maxLength: 5 }).map((words) => words.flat());
}

const trainWords = anyWords(
  [
    'eval',
    'save',
    'predictions',
    'json',
    'help',
    ...recipeExperimentSettings.map(({ key }) => key),
  ],
  ['a.csv', '8,4', 'none', 'tanh', 'adam', 'step', '0.5', '10', '1', '0', 'x,y', '7', 'moon'],
).chain((words) => fc.constantFrom(['samples.csv', ...words], ['--data', 'rings', ...words]));

const startWords = anyWords(['port', 'host', 'help'], ['0', '4173', '65535', '::1', 'localhost']);

/** What the reader gives; undefined where it refuses the words with a sentence. */
function readOrRefuse<Options>(read: () => Options): Options | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).toMatch(showable);
    expect(error.message).not.toMatch(machineWords);
    expect(error.message).toMatch(/[.?]$/);
    return undefined;
  }
}

function expectTrainOptions(words: readonly string[]): void {
  const given = Object.freeze([...words]);
  const options = readOrRefuse(() => readTrainOptions(given));
  if (!options) return;
  const { network, training, stopping } = options;
  const configuration = { network: { ...network, classes: 2 }, training, stopping };
  expect(validateConfiguration(configuration)).toEqual(configuration);
  expect(stopping.epochs).toBeGreaterThan(0);
}

function expectStartOptions(words: readonly string[]): void {
  const options = readOrRefuse(() => parseStartOptions(words));
  if (!options) return;
  expect(options.port).toBe(Math.min(65_535, Math.max(0, Math.trunc(options.port))));
  expect(options.host ?? 'all').toMatch(/^[\w.:%-]+$/);
}

describe('words in the terminal, whatever they are,', () => {
  fuzz(
    'give training options that are valid, or a sentence',
    { seed: 87, inputs: trainWords },
    (words) => {
      expect.hasAssertions();
      expectTrainOptions(words);
    },
  );

  fuzz(
    'give options of the server that are valid, or a sentence',
    { seed: 88, inputs: startWords },
    (words) => {
      expect.hasAssertions();
      expectStartOptions(words);
    },
  );

  it.each([
    ['F11: control signs', ['\u001b]0;owned\u0007', '\u001b[2J']],
    ['F11: control signs in an option', ['samples.csv', '--\u001b[2J', '1']],
    ['F11: control signs in a value', ['samples.csv', '--updater', '\u202eadam\u009b31m']],
    ['F13: 5,000 characters', ['samples.csv', `--${'x'.repeat(5000)}`]],
    ['F13: 5,000 characters in a value', ['samples.csv', '--hidden', '8,'.repeat(2500)]],
    ['F25: no name of a file', ['']],
    ['F25: hexadecimal digits', ['samples.csv', '--rate', '0x1']],
    ['names of the prototype', ['samples.csv', '--__proto__', '1', '--constructor=2']],
  ])('give a sentence: %s', (_name, words) => {
    expectTrainOptions(words);
    expect(() => parseStartOptions(words)).toThrow(UsageError);
    expectStartOptions(words);
  });
});
