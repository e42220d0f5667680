import { describe, expect, test } from 'vitest';
import { entryAt } from '../../src/learning/entryAt.ts';
import { fieldImage, fieldShades } from '../../src/figures/fieldImage.ts';

const shades = fieldShades({ paper: '#fff', classes: ['#c31', '#0077BB', '#000'] });

/** The image of a field as rows of [red, green, blue, alpha]. */
function painted(field: readonly number[], resolution: number): number[][] {
  const pixels = fieldImage({ field: new Float32Array(field), resolution, shades });
  return Array.from({ length: resolution ** 2 }, (_, i) => [...pixels.subarray(4 * i, 4 * i + 4)]);
}

/** A field of one cell: of two classes the probability of class 1, of more that of each. */
const cellOf = (...probabilities: number[]) => entryAt(painted(probabilities, 1), 0);

const paper = [255, 255, 255, 255];
// 42 % of the way from white (255) to #cc3311 (204, 51, 17) and to (0, 119, 187), rounded.
const sureRed = [234, 169, 155, 255];
const sureBlue = [148, 198, 226, 255];

test('rows are reversed: the field begins at the bottom, the image at the top', () => {
  expect(painted([0, 0, 1, 1], 2)).toEqual([sureBlue, sureBlue, sureRed, sureRed]);
  expect(painted([0, 1, 0, 1], 2)).toEqual([sureRed, sureBlue, sureRed, sureBlue]);
});

test('½ and what is not a number are paper', () => {
  expect(painted([0.5], 1)).toEqual([paper]);
  expect(painted([NaN], 1)).toEqual([paper]);
});

test('what lies beyond 0 and 1 counts as 0 and 1', () => {
  expect(painted([-0.1, 1.1, -Infinity, Infinity], 2)).toEqual([
    sureRed,
    sureBlue,
    sureRed,
    sureBlue,
  ]);
  expect(painted([-1e-9], 1)).toEqual([sureRed]);
});

test('the further from ½, the less paper', () => {
  const greens = Array.from({ length: 101 }, (_, i) => entryAt(cellOf(i / 100), 1));
  greens.slice(1).forEach((green, i) => {
    const before = entryAt(greens, i);
    if (i < 50) expect(green).toBeGreaterThanOrEqual(before);
    else expect(green).toBeLessThanOrEqual(before);
  });
});

test('pixels may be part of a larger buffer', () => {
  const buffer = new ArrayBuffer(16);
  const pixels = new Uint8ClampedArray(buffer, 8, 4);
  expect(fieldImage({ field: new Float32Array([1]), resolution: 1, shades, pixels })).toBe(pixels);
  expect([...new Uint8Array(buffer)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, ...sureBlue, 0, 0, 0, 0]);
});

describe('three classes', () => {
  // 42 % of the way from white to black.
  const sureThird = [148, 148, 148, 255];

  test('the likeliest gives the colour', () => {
    expect(cellOf(1, 0, 0)).toEqual(sureRed);
    expect(cellOf(0, 1, 0)).toEqual(sureBlue);
    expect(cellOf(0, 0, 1)).toEqual(sureThird);
  });

  test('its lead over the next one gives the strength', () => {
    // 0.2 · 42 % of the way from 255 to 0 is 233.58.
    for (const others of [
      [0.4, 0],
      [0, 0.4],
      [0.3, 0.4],
    ]) {
      expect(cellOf(...others, 0.6)).toEqual([234, 234, 234, 255]);
    }
    expect(cellOf(0.5, 0.5, 0)).toEqual(paper);
    expect(cellOf(0, 0.5, 0.5)).toEqual(paper);
  });

  test('what is not a number is paper', () => {
    expect(cellOf(NaN, NaN, NaN)).toEqual(paper);
  });

  test('planes follow one another, with their rows reversed', () => {
    const field = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 1],
    ].flat();
    expect(painted(field, 2)).toEqual([sureThird, sureThird, sureRed, sureBlue]);
  });
});
