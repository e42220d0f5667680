import { describe, expect, it } from 'vitest';
import { fields } from '../../../src/state/entry/fields.ts';
import type { NumberRange } from '../../../src/learning/settings/field.ts';
import {
  neighbour,
  evenStops,
  isLogarithmic,
  logarithmicStops,
  nearestStop,
} from '../../../src/state/entry/sliderStops.ts';

/** Each setting that is a number, by its label. */
const numberFields = Object.values(fields)
  .flatMap((group): [string, object][] => Object.entries(group))
  .flatMap(([name, field]): [string, NumberRange][] => (hasRange(field) ? [[name, field]] : []));

function hasRange(field: object): field is NumberRange {
  return 'min' in field && 'max' in field;
}

describe('arrow keys', () => {
  it('go to the next stop of a slider, from wherever the number is', () => {
    const stops = [0, 1, 5, 10];
    const range = { min: 0, max: 10 };
    expect(neighbour(1, range, 1, stops)).toBe(5);
    expect(neighbour(3, range, 1, stops)).toBe(5);
    expect(neighbour(3, range, -1, stops)).toBe(1);
    expect(neighbour(10, range, 1, stops)).toBe(10);
    expect(neighbour(0, range, -1, stops)).toBe(0);
  });

  it('count by one, within the range, where there is no slider', () => {
    const range = { min: 0, max: 8, integer: true };
    expect(neighbour(7, range, 1, undefined)).toBe(8);
    expect(neighbour(8, range, 1, undefined)).toBe(8);
    expect(neighbour(0, range, -1, undefined)).toBe(0);
  });
});

describe('sliderStops', () => {
  it('are even, with both ends', () => {
    const stops = evenStops({ min: 0, max: 0.999 });
    expect(stops.slice(0, 3)).toEqual([0, 0.01, 0.02]);
    expect(stops.at(-1)).toBe(0.999);
    expect(evenStops({ min: 0, max: 1 })).toHaveLength(101);
  });

  it('are round numbers in each decade', () => {
    expect(logarithmicStops({ min: 0.01, max: 1 })).toEqual([
      0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1,
    ]);
    expect(logarithmicStops({ min: 1, max: 1024, integer: true })).toEqual([
      1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 1024,
    ]);
  });

  it('begin at 0 where that switches something off', () => {
    expect(logarithmicStops({ min: 0, max: 1 }).slice(0, 3)).toEqual([0, 1e-5, 1.5e-5]);
  });

  it.each(numberFields)('ascend strictly for %s, from end to end', (_name, range) => {
    for (const stops of [evenStops(range), logarithmicStops(range)]) {
      expect(stops[0]).toBe(range.min);
      expect(stops.at(-1)).toBe(range.max);
      expect(stops.slice(1).every((stop, i) => stop > (stops[i] ?? NaN))).toBe(true);
    }
  });

  it('are found from a value that need not be one of them', () => {
    const stops = [0, 1, 2, 5];
    expect([-1, 0, 0.4, 0.6, 3, 4, 9].map((value) => nearestStop(stops, value))).toEqual([
      0, 0, 0, 1, 2, 3, 3,
    ]);
  });

  it('are logarithmic where a range spans decades', () => {
    expect(isLogarithmic({ min: 1e-10, max: 1 })).toBe(true);
    expect(isLogarithmic({ min: 0, max: 0.999 })).toBe(false);
  });
});
