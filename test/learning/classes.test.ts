import { describe, expect, test } from 'vitest';
import { classCount, classes, className } from '../../src/learning/classes.ts';
import { networkFields } from '../../src/learning/settings/networkFields.ts';
import { contrast, smallestDistance } from './colourSight.ts';

const papers = { light: '#ffffff', dark: '#14161a' } as const;

test('there is a class for every label that a network may have', () => {
  expect(classes.length).toBe(networkFields.classes.max);
});

test('names, tokens and symbols differ; red circle and blue square come first', () => {
  for (const key of ['name', 'token'] as const) {
    expect(new Set(classes.map((each) => each[key])).size).toBe(classes.length);
  }
  // d3 has seven symbols with an area.
  expect(new Set(classes.map((each) => each.symbol)).size).toBe(7);
  for (const { name, token } of classes) expect(token).toBe(`--${name}`);
  expect(classes[0]).toMatchObject({ name: 'red', light: '#CC3311', symbol: 'circle' });
  expect(classes[1]).toMatchObject({ name: 'blue', light: '#0077BB', symbol: 'square' });
});

test('the oracle gives known ratios and distances', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(smallestDistance('#000000', '#ffffff')).toBeCloseTo(100, 3);
  // Red and green of equal lightness, which are nearly equal for deuteranopia.
  expect(smallestDistance('#B85A3C', '#7A7A2E')).toBeLessThan(7);
});

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  const colours = classes.map((each) => each[theme]);

  test.each(colours)('%s has a contrast of at least 3:1', (colour) => {
    expect(contrast(colour, papers[theme])).toBeGreaterThanOrEqual(3);
  });

  test('stay apart for every common colour blindness, the first six by more', () => {
    colours.forEach((colour, i) => {
      for (const before of colours.slice(0, i)) {
        const distance = smallestDistance(colour, before);
        expect(distance, `${before} and ${colour}`).toBeGreaterThan(i < 6 ? 7.5 : 4.5);
      }
    });
  });
});

test('a class beyond the table has its number for a name', () => {
  expect(className(1)).toBe('blue');
  expect(className(12)).toBe('class 12');
});

test('there are one more classes than the largest label, and at least two', () => {
  expect(classCount()).toBe(2);
  expect(classCount(new Uint8Array())).toBe(2);
  expect(classCount(new Uint8Array([0, 0]))).toBe(2);
  expect(classCount(new Uint8Array([0, 3, 1]), new Uint8Array([1]))).toBe(4);
  expect(classCount(new Uint8Array([1]), new Uint8Array([0, 9]))).toBe(10);
});
