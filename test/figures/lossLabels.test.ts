import { expect, test } from 'vitest';
import { lossLabels } from '../../src/figures/lossLabels.ts';

const lineHeight = 14;

test('far apart: each name above its line', () => {
  expect(lossLabels(40, 90, lineHeight)).toEqual({ first: 34, second: 84 });
  expect(lossLabels(90, 40, lineHeight)).toEqual({ first: 84, second: 34 });
});

test('close together: both above the upper line, in the order of the lines', () => {
  expect(lossLabels(80, 84, lineHeight)).toEqual({ first: 60, second: 74 });
  expect(lossLabels(84, 80, lineHeight)).toEqual({ first: 74, second: 60 });
});

test('close together at the top: both below', () => {
  expect(lossLabels(20, 25, lineHeight)).toEqual({ first: 39, second: 53 });
});

test('one line only', () => {
  expect(lossLabels(50, Infinity, lineHeight).first).toBe(44);
});

test('wherever lines end, names do not touch and are not cut off at the top', () => {
  for (let first = 20; first < 140; first++) {
    for (let second = 20; second < 140; second++) {
      const names = lossLabels(first, second, lineHeight);
      expect(Math.abs(names.first - names.second)).toBeGreaterThanOrEqual(lineHeight);
      expect(Math.min(names.first, names.second)).toBeGreaterThanOrEqual(8);
      if (first !== second) expect(names.first < names.second).toBe(first < second);
    }
  }
});
