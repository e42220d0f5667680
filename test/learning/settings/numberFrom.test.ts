import { expect, it } from 'vitest';
import { numberFrom } from '../../../src/learning/settings/numberFrom.ts';
import { faultText } from '../../../src/learning/validation/fault.ts';

const share = { min: 0, max: 1 };
const epochs = { min: 0, max: 1_000_000, integer: true };

it.each([
  ['0,5', share, 0.5],
  [' 1 ', share, 1],
  ['1 000', epochs, 1000],
  ['1e3', epochs, 1000],
  ['20.0', epochs, 20],
])('reads %j', (text, range, value) => {
  expect(numberFrom(text, range)).toBe(value);
});

it.each([
  ['', share, 'type', 'expected a number from 0 to 1, got ""'],
  ['0x1', share, 'type', 'expected a number from 0 to 1, got "0x1"'],
  ['Infinity', share, 'type', 'expected a number from 0 to 1, got "Infinity"'],
  ['-0.1', share, 'range', 'expected a number from 0 to 1, got "-0.1"'],
  ['1e999', share, 'range', 'expected a number from 0 to 1, got "1e999"'],
  [' 1.5 ', epochs, 'whole', 'expected a whole number from 0 to 1000000, got "1.5"'],
  [
    '1,000',
    epochs,
    'ambiguous',
    'expected a whole number from 0 to 1000000, got "1,000" (which can mean 1 or 1000)',
  ],
  [
    '1.000',
    epochs,
    'ambiguous',
    'expected a whole number from 0 to 1000000, got "1.000" (which can mean 1 or 1000)',
  ],
])('refuses %j with a reason', (text, range, code, sentence) => {
  const fault = numberFrom(text, range);
  if (typeof fault === 'number') throw new Error(`Expected a fault, got ${fault}.`);
  expect([fault.code, faultText(fault)]).toEqual([code, sentence]);
});
