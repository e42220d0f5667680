import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countText,
  plainNumber,
  readNumber,
  scoreText,
} from '../../../src/state/entry/numberEntry.ts';

const rate = { min: 1e-5, max: 10 };
const units = { min: 1, max: 64, integer: true };

describe('readNumber', () => {
  it.each([
    ['0.01', 0.01],
    [' 1e-3 ', 0.001],
    ['0,5', 0.5],
    ['10', 10],
  ])('reads %j', (text, value) => {
    expect(readNumber('rate', text, rate)).toEqual({ value });
  });

  it.each(['', 'x', '0', '11', '1 0', 'Infinity', 'NaN', '0x10'])('refuses %j', (text) => {
    expect(readNumber('rate', text, rate)).toEqual({
      problem: `rate: expected a number from 0.00001 to 10, got "${text}".`,
    });
  });

  it('asks what a comma between three digits means', () => {
    expect(readNumber('epochs', '1,000', { min: 0, max: 1e6, integer: true })).toEqual({
      problem:
        'epochs: expected a whole number from 0 to 1000000, got "1,000" (which can mean 1 or 1000).',
    });
  });

  const epochs = { min: 0, max: 1e6, integer: true };

  it.each(['1000', '1 000', '1\u00a0000', '1\u202f000'])('reads the thousand %j', (text) => {
    expect(readNumber('epochs', text, epochs)).toEqual({ value: 1000 });
  });

  it.each(['1,000', '1.000', '10,000', '10.000', "1'000", '1,000,000', '0x20', '1e-3'])(
    'refuses %j where a whole number is wanted',
    (text) => {
      expect(readNumber('epochs', text, epochs)).toEqual({ problem: expect.any(String) as string });
    },
  );

  it('asks for whole numbers where only these make sense', () => {
    expect(readNumber('units', '8', units)).toEqual({ value: 8 });
    expect(readNumber('units', '8.5', units)).toEqual({
      problem: 'units: expected a whole number from 1 to 64, got "8.5".',
    });
  });

  it('reads back what plainNumber writes, to six digits', () => {
    fc.assert(
      fc.property(fc.double({ ...rate, noNaN: true }), (value) => {
        const entry = readNumber('rate', plainNumber(value), { min: 0, max: 11 });
        expect('value' in entry && Math.abs(entry.value / value - 1)).toBeLessThan(1e-5);
      }),
    );
  });
});

describe('numbers as text', () => {
  it('leaves out the noise of binary fractions', () => {
    expect([0.1 + 0.2, 1e-7, 123, 0.00001].map(plainNumber)).toEqual([
      '0.3',
      '1e-7',
      '123',
      '0.00001',
    ]);
  });

  it('shows scores with three decimals, and a dash where there is none', () => {
    expect([999.9994, 1234, 94_970_000, 1e20].map(scoreText)).toEqual([
      '999.999',
      '1234',
      '9.497e7',
      '1.000e20',
    ]);
    expect([0.5, 1, -0.25, NaN, undefined].map(scoreText)).toEqual([
      '0.500',
      '1.000',
      '−0.250',
      '–',
      '–',
    ]);
  });

  it('separates thousands by narrow spaces, which readNumber reads', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(readNumber('count', countText(value), { min: 0, max: 2 ** 31 })).toEqual({ value });
      }),
    );
    expect([0, 999, 1240, 1234567].map(countText)).toEqual([
      '0',
      '999',
      '1\u202f240',
      '1\u202f234\u202f567',
    ]);
  });
});
