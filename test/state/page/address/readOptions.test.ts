import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../src/state/experiment/settings.ts';
import { readOptions } from '../../../../src/state/page/address/readOptions.ts';
import { readSettings } from '../../../../src/state/page/address/settingsText.ts';

describe('readOptions', () => {
  it('reads the keys of the address, whatever their order', () => {
    const options = {
      rate: 1e-3,
      hidden: [8, 4],
      activation: 'tanh',
      data: 'moon',
      'stop-loss': 0.1,
    };
    const text = 'data=moon&hidden=8,4&activation=tanh&rate=0.001&stop-loss=0.1';
    expect(readOptions(options)).toEqual(readSettings(text).settings);
    expect(readOptions({})).toEqual(defaultSettings);
  });

  it('reads an empty list as no hidden layers, and former keys', () => {
    const { configuration } = readOptions({ hidden: [], clip: 2 }).experiment;
    expect([configuration.network.hidden, configuration.training.clipping]).toEqual([[], 2]);
  });

  it.each([
    [{ hiden: 8 }, 'There is no setting "hiden" (did you mean hidden?).'],
    [{ colour: 'green' }, 'There is no setting "colour".'],
    [{ rate: -1 }, 'learning rate r: expected a number from 0.000001 to 10, got "-1"'],
    [{ rate: NaN }, 'learning rate r: expected a number from 0.000001 to 10, got "NaN"'],
    [{ hidden: [8, 0] }, 'units of layer 2: expected a whole number from 1 to 256, got "0"'],
    [{ features: [] }, 'feature 1: expected one of '],
    [{ rate: null }, 'rate: expected a text, a number, or a list of these, got null.'],
    [
      { hidden: [[8], [4]] },
      'hidden: expected a text, a number, or a list of these, got a list of 2.',
    ],
    [
      { hidden: { length: 2 } },
      'hidden: expected a text, a number, or a list of these, got an object.',
    ],
    [{ samples: 20, training: 30 }, 'The setting "training" is given twice'],
  ])('refuses %j', (given, sentence) => {
    // As a program without types gives them.
    const options = given as Parameters<typeof readOptions>[0];
    expect(() => readOptions(options)).toThrow(RangeError);
    expect(() => readOptions(options)).toThrow(sentence);
  });
});
