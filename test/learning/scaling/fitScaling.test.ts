import { describe, expect, it } from 'vitest';
import { farFromUnitScale } from '../../../src/learning/scaling/farFromUnitScale.ts';
import { fitScaling, scalePoints } from '../../../src/learning/scaling/fitScaling.ts';

/** Metres on a map: x 388000 + 0, 2, 4, 6; y the same everywhere. */
const map = Float64Array.of(388000, 7, 388002, 7, 388004, 7, 388006, 7);

describe('fitScaling', () => {
  it('standardises by the mean and deviation of the training set', () => {
    // Mean 388003, variance (9 + 1 + 1 + 9) / 4 = 5; a constant is only shifted.
    const scaling = fitScaling('standard', map);
    expect(scaling.x.shift).toBeCloseTo(388003, 9);
    expect(scaling.x.size).toBeCloseTo(Math.sqrt(5), 12);
    expect(scaling.y).toEqual({ shift: 7, size: 1 });
    const scaled = scalePoints(map, scaling);
    expect(scaled[0]).toBeCloseTo(-3 / Math.sqrt(5), 6);
    expect(scaled[1]).toBe(0);
    expect(scalePoints(Float64Array.of(388003.5, 8), scaling)[0]).toBeCloseTo(
      0.5 / Math.sqrt(5),
      6,
    );
  });

  it('puts the training set between 0 and 1, or leaves it', () => {
    expect(scalePoints(map, fitScaling('min-max', map))).toEqual(
      Float32Array.of(0, 0, 1 / 3, 0, 2 / 3, 0, 1, 0),
    );
    expect(scalePoints(map, fitScaling('none', map))).toEqual(Float32Array.from(map));
    expect(fitScaling('standard', new Float64Array()).x).toEqual({ shift: 0, size: 1 });
  });

  it('keeps points apart that single precision would put together', () => {
    const near = Float64Array.from({ length: 120 }, (_, i) => 3_948_000 + i / 1000);
    expect(new Set(Float32Array.from(near)).size).toBeLessThan(3);
    const xs = scalePoints(near, fitScaling('standard', near)).filter((_, i) => i % 2 === 0);
    expect(new Set(xs).size).toBe(60);
  });

  it('takes the largest numbers without overflow', () => {
    const huge = Float64Array.of(3e38, 1e-300, -3e38, -1e-300, 3e38, 1e-300);
    expect(scalePoints(huge, fitScaling('standard', huge)).every(Number.isFinite)).toBe(true);
  });

  it('refuses a name that is not in the table', () => {
    expect(() => fitScaling('log', map)).toThrow(
      'scaling: expected one of none, min-max, standard',
    );
  });
});

it.each([
  [[0, 0, 1, 1], ''],
  [[0, 0, 12, 1], ''],
  [[200, 0, 240, 1], 'x has mean 220 and standard deviation 20'],
  [[0, 0, 1, 0.001], 'y has mean 0.0005 and standard deviation 0.0005'],
  [[], ''],
])('farFromUnitScale(%j)', (points, sentence) => {
  expect(farFromUnitScale(Float64Array.from(points))).toContain(sentence);
  expect(farFromUnitScale(Float64Array.from(points)) === '').toBe(sentence === '');
});
