import { describe, expect, test } from 'vitest';
import { fieldDescription } from '../../../src/state/plot/fieldDescription.ts';

const resolution = 64;
const decision = { threshold: 0.5, positiveClass: 1 };
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Planes over the square from −1 to 1; of two classes that of class 1. */
function planesOf(...planes: ((x: number, y: number) => number)[]) {
  const place = (cell: number) => (2 * (cell + 0.5)) / resolution - 1;
  const values = planes.flatMap((probability) =>
    Array.from({ length: resolution ** 2 }, (_, cell) =>
      probability(place(cell % resolution), place(Math.floor(cell / resolution))),
    ),
  );
  return { values: Float32Array.from(values), resolution };
}
const words = (...planes: Parameters<typeof planesOf>) =>
  fieldDescription(planesOf(...planes), [], decision);

describe('the boundary in words', () => {
  test.each([
    [0.1, ['left', 'right'], ['bottom', 'top']],
    [1, ['upper left', 'lower right'], ['lower left', 'upper right']],
  ])('of a straight line of slope −%d', (slope, [from, to], [red, blue]) => {
    const text = words((x, y) => sigmoid(9 * (y + slope * x)));
    expect(text).toContain(`One straight boundary from the ${from} to the ${to}`);
    expect(text).toContain(`red at the ${red}`);
    expect(text).toContain(`blue at the ${blue}`);
  });

  test('of an upright line', () => {
    expect(words((x) => sigmoid(9 * x))).toMatch(/One straight boundary from the (top|bottom) to/);
  });

  test('of a line that bends', () => {
    expect(words((x, y) => sigmoid(9 * (y - x * x)))).toMatch(/^One bent boundary from the/);
  });

  test('of a closed line', () => {
    expect(words((x, y) => sigmoid(9 * (x * x + y * y - 0.3)))).toBe(
      'One closed boundary around red; outside of it is blue.',
    );
  });

  test('of several pieces', () => {
    expect(words((x, y) => sigmoid(99 * (x * y - 0.1)))).toBe(
      'Red in 1 region, blue in 2 regions.',
    );
  });

  test('where there is none', () => {
    expect(words(() => 0.2)).toBe('The network predicts red everywhere.');
  });

  test('moves with the threshold', () => {
    const planes = planesOf((x) => (x + 1) / 2);
    const text = (threshold: number) =>
      fieldDescription(planes, [], { threshold, positiveClass: 1 });
    expect(text(0.1)).toContain('blue at the middle');
    expect(text(0)).toBe('The network predicts blue everywhere.');
  });

  test('of three classes', () => {
    const band = (from: number) => (x: number) => (x > from && x < from + 0.67 ? 0.8 : 0.1);
    expect(words(band(-1), band(-0.33), band(0.34))).toBe(
      'Red in 1 region, blue in 1 region, orange in 1 region.',
    );
  });
});

describe('the samples in words', () => {
  const samples = { points: new Float32Array(8), labels: Uint8Array.of(0, 0, 1, 1) };
  const text = (...blue: number[]) => {
    const probabilities = Float32Array.from(blue.flatMap((p) => [1 - p, p]));
    const planes = planesOf(() => 0.2);
    return fieldDescription(planes, [{ set: 'training', samples, probabilities }], decision).slice(
      37,
    );
  };

  test('how many are wrong, and how many of these near the boundary', () => {
    expect(text(0.1, 0.9, 0.4, 0.6)).toBe(
      '2 of 4 samples shown are wrong, 1 of them where the network is unsure, between ¼ and ¾.',
    );
    expect(text(0.6, 0.1, 0.4, 0.6)).toContain('2 of 4 samples shown are wrong, all of them where');
    expect(text(0.1, 0.1, 0.1, 0.6)).toContain('1 of 4 samples shown is wrong, 0 of them');
  });

  test('that all are right', () => {
    expect(text(0.1, 0.2, 0.8, 0.9)).toBe('All 4 samples shown are right.');
  });

  test('nothing of samples that were not predicted yet', () => {
    const planes = planesOf(() => 0.2);
    const sets = [{ set: 'training', samples, probabilities: new Float32Array(6) }] as const;
    expect(fieldDescription(planes, sets, decision)).toBe('The network predicts red everywhere.');
  });
});
