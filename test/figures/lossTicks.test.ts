import { expect, test } from 'vitest';
import { entryAt } from '../../src/learning/entryAt.ts';
import { type LossPoint, lossScales } from '../../src/figures/lossScales.ts';
import { epochTicks, lossTicks } from '../../src/figures/lossTicks.ts';

const box = { width: 262, height: 150 };
const between = (low: number, high: number): LossPoint[] => [
  { epoch: 0, training: low, evaluation: high },
];
const lossLabelsOf = (low: number, high: number, log: boolean, height = 150) =>
  lossTicks(lossScales(between(low, high), { ...box, height, log }), log, 12).map(
    ({ label }) => label,
  );
const epochLabelsOf = (epochs: number, width = 262) =>
  epochTicks(lossScales([], { ...box, width, epochs }), 12).map(({ label }) => label);

test('linear losses have the same number of decimals', () => {
  expect(lossLabelsOf(0.1, 0.7, false)).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8']);
});

test('logarithmic losses: 1, 2 and 5 where there is room, else powers of ten', () => {
  expect(lossLabelsOf(0.03, 0.7, true)).toEqual(['0.02', '0.05', '0.1', '0.2', '0.5', '1']);
  expect(lossLabelsOf(0.0003, 0.7, true)).toEqual(['0.001', '0.01', '0.1', '1']);
  expect(lossLabelsOf(3e-6, 0.7, true)).toEqual(['1e−5', '1e−4', '0.001', '0.01', '0.1', '1']);
});

test('very large losses are short', () => {
  expect(Math.max(...lossLabelsOf(1, 3e30, false).map(({ length }) => length))).toBeLessThan(7);
  expect(lossLabelsOf(1, 3e30, true).length).toBeLessThanOrEqual(6);
});

test.each([1.5e5, 2e7, 9.5e7, 3.7e12])('no label stands for two large losses: up to %f', (high) => {
  const labels = lossLabelsOf(0, high, false, 260);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.every((label) => label.length <= 6)).toBe(true);
});

test('epochs are whole, evenly spaced, and the last says what they are', () => {
  expect(epochLabelsOf(100)).toEqual(['0', '50', '100 epochs']);
  expect(epochLabelsOf(1)).toEqual(['0', '1 epoch']);
  expect(epochLabelsOf(0.3)).toEqual(['0 epochs']);
  expect(epochLabelsOf(3000, 700).at(-1)).toBe('3\u202f000 epochs');
});

test.each([2, 7, 12, 30, 45, 99.5, 250, 1234, 1e6])(
  'no epoch label runs into another: %f',
  (end) => {
    for (const width of [200, 262, 400, 900]) {
      const scales = lossScales([], { ...box, width, epochs: end });
      const ticks = epochTicks(scales, 12);
      expect(ticks.length).toBeGreaterThan(1);
      const last = entryAt(ticks, ticks.length - 1);
      const before = entryAt(ticks, ticks.length - 2);
      // Digits are about 0.58 of the font's size wide.
      const lastStart = scales.x(last.value) - last.label.length * 7;
      expect(lastStart).toBeGreaterThan(scales.x(before.value) + before.label.length * 3.5);
      const gaps = ticks.slice(1).map(({ value }, i) => value - entryAt(ticks, i).value);
      expect(new Set(gaps).size).toBe(1);
    }
  },
);
