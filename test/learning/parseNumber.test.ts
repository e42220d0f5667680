import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, twoReadings } from '../../src/learning/parseNumber.ts';
import { countText } from '../../src/state/entry/numberEntry.ts';

const seed = 20_261_126;
const any = { seed, numRuns: 3000 };
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('parseNumber', () => {
  it.each([
    ['0.01', 0.01],
    [' 1e-3 ', 0.001],
    ['1E+3', 1000],
    ['2e−3', 0.002],
    ['0,5', 0.5],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['+7', 7],
    ['-7', -7],
    ['−7', -7],
    ['007', 7],
    ['1 240', 1240],
    ['1\u202f234\u202f567', 1234567],
    ['1\u00a0240,5', 1240.5],
    ['1.000', 1],
    ['1e400', Infinity],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ['', 'nothing'],
    [' ', 'spaces'],
    ['.', 'a mark'],
    ['-', 'a sign'],
    ['e5', 'an exponent'],
    ['1e', 'half an exponent'],
    ['x', 'a letter'],
    ['0x10', 'hexadecimal digits'],
    ['0b1', 'binary digits'],
    ['1_000', 'an underscore'],
    ['Infinity', 'a word'],
    ['NaN', 'a word'],
    ['1 0', 'a space within a group'],
    ['1 24', 'a group that is too short'],
    ['1234 567', 'a first group that is too long'],
    ['1  240', 'two spaces'],
    ['- 7', 'a space after the sign'],
    ['--7', 'two signs'],
    ['1.2.3', 'two points'],
    ['1,000', 'two readings'],
    ['1,000,000', 'commas between thousands'],
    ['1.000,5', 'a point between thousands'],
    ['٣', 'other digits'],
  ])('takes %j for no number: %s', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  it('reads what JavaScript writes, with a point or a comma, a minus or a hyphen', () => {
    fc.assert(
      fc.property(finite, (number) => {
        const text = String(number);
        const value = Number(text);
        expect(parseNumber(text)).toBe(value);
        expect(parseNumber(text.replaceAll('-', '−'))).toBe(value);
        const comma = text.replace('.', ',');
        expect(parseNumber(comma)).toBe(twoReadings(comma) ? NaN : value);
      }),
      any,
    );
  });

  it('reads whole numbers as the screen writes them', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(parseNumber(countText(value))).toBe(value);
      }),
      any,
    );
  });

  // JavaScript's own reader is the oracle wherever both know the characters.
  it('agrees with Number on texts of digits, points, signs and exponents', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789.+-eE')),
      minLength: 1,
    });
    fc.assert(
      fc.property(characters, (text) => {
        expect(parseNumber(` ${text} `)).toBe(Number(text));
      }),
      any,
    );
  });

  it('takes any text, and gives a number only for digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = parseNumber(text);
        expect(Number.isNaN(value) || /\d/.test(text)).toBe(true);
      }),
      any,
    );
  });
});

describe('twoReadings', () => {
  it.each([
    ['1,000', false, [1, 1000]],
    ['1,234', true, [1.234, 1234]],
    ['−12,500 ', false, [-12.5, -12500]],
    ['1.000', true, [1, 1000]],
    ['1.000', false, undefined],
    ['0,500', false, undefined],
    ['0.500', true, undefined],
    ['1,0000', false, undefined],
    ['1,00', false, undefined],
    ['1234,567', false, undefined],
    ['1 000', true, undefined],
    ['', true, undefined],
  ])('of %j, whole numbers expected: %j', (text, wholeExpected, readings) => {
    expect(twoReadings(text, wholeExpected)).toEqual(readings);
  });
});
