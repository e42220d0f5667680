import { describe, expect, it } from 'vitest';
import { dropoutSeed, keepsUnit } from '../../src/learning/dropout.ts';

const rows = 50;
const units = 64;

interface Mask {
  readonly seed?: number;
  readonly step?: number;
  readonly layer?: number;
  readonly dropout?: number;
}

/** 1 for kept and 0 for left out, rows × units. */
function maskOf({ seed = 123, step = 0, layer = 0, dropout = 0.5 }: Mask): number[] {
  const layerSeed = dropoutSeed(seed, step, layer);
  return Array.from({ length: rows * units }, (_, i) =>
    Number(keepsUnit(layerSeed, Math.floor(i / units), i % units, dropout)),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Correlation of two masks that keep a half: 1 for equal ones, 0 for independent ones. */
function correlation(one: readonly number[], other: readonly number[]): number {
  return meanOf(one.map((value, i) => (2 * value - 1) * (2 * (other[i] ?? NaN) - 1)));
}

/** Whether a mean of that many independent signs is within four standard errors of 0. */
function expectIndependent(one: readonly number[], other: readonly number[]): void {
  expect(Math.abs(correlation(one, other))).toBeLessThan(4 / Math.sqrt(one.length));
}

describe('the dropout mask', () => {
  for (const dropout of [0.1, 0.25, 0.5, 0.9]) {
    it(`keeps ${1 - dropout} of the units, within four standard errors`, () => {
      const masks = [0, 1, 2, 3, 4].flatMap((step) => maskOf({ step, dropout }));
      const error = Math.sqrt((dropout * (1 - dropout)) / masks.length);
      expect(Math.abs(meanOf(masks) - (1 - dropout))).toBeLessThan(4 * error);
    });
  }

  it('keeps all units at 0', () => {
    expect(meanOf(maskOf({ dropout: 0 }))).toBe(1);
  });

  it('keeps a unit whose hash is just at the limit, and leaves out the one below', () => {
    // mixBits(61776696) >>> 8 is 2^23, the limit of ½ in 24 bits.
    expect(keepsUnit(61_776_696, 0, 0, 0.5)).toBe(true);
    expect(keepsUnit(61_776_696, 0, 0, 0.5 + 2 ** -24)).toBe(false);
  });

  it('is the same for the same seed, step and layer', () => {
    expect(maskOf({ step: 3, layer: 1 })).toEqual(maskOf({ step: 3, layer: 1 }));
  });

  it('leaves out more where the share is larger, and what was left out stays so', () => {
    const few = maskOf({ dropout: 0.2 });
    const many = maskOf({ dropout: 0.6 });
    expect(many.every((kept, i) => kept <= (few[i] ?? NaN))).toBe(true);
  });

  it('is independent from layer to layer, step to step and seed to seed', () => {
    const first = maskOf({});
    expectIndependent(first, maskOf({ layer: 1 }));
    expectIndependent(first, maskOf({ layer: 7 }));
    expectIndependent(first, maskOf({ step: 1 }));
    expectIndependent(first, maskOf({ step: 100_000 }));
    expectIndependent(first, maskOf({ seed: 124 }));
    expectIndependent(maskOf({ step: 1 }), maskOf({ layer: 1 }));
  });

  it('is independent from row to row and unit to unit', () => {
    const mask = maskOf({});
    expectIndependent(mask.slice(units), mask.slice(0, -units));
    expectIndependent(mask.slice(1), mask.slice(0, -1));
  });
});
