import { describe, expect, it } from 'vitest';
import { featureMatrix, featureNamed, features } from '../../src/learning/features.ts';

const { sin, cos } = Math;

describe('features', () => {
  it('have names of their own that fit into an address', () => {
    const names = features.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+$/);
  });

  it('are found by name', () => {
    for (const feature of features) expect(featureNamed(feature.name)).toBe(feature);
    expect(() => featureNamed('z')).toThrow(
      'feature: expected one of x, y, xx, yy, xy, sinx, siny, cosx, cosy, got "z"',
    );
  });
});

describe('featureMatrix', () => {
  const points = Float32Array.of(2, -3, 0.5, 4);

  it('has a row for each point and a column for each name, in their order', () => {
    expect(featureMatrix(['y', 'x'], points)).toEqual(Float32Array.of(-3, 2, 4, 0.5));
  });

  it('computes every feature', () => {
    const names = ['x', 'y', 'xx', 'yy', 'xy', 'sinx', 'siny', 'cosx', 'cosy'];
    const rows = [
      [2, -3, 4, 9, -6, sin(2), sin(-3), cos(2), cos(-3)],
      [0.5, 4, 0.25, 16, 2, sin(0.5), sin(4), cos(0.5), cos(4)],
    ];
    expect(names).toEqual(features.map(({ name }) => name));
    expect(featureMatrix(names, points)).toEqual(Float32Array.from(rows.flat()));
  });

  it('is empty without points', () => {
    expect(featureMatrix(['x'], new Float32Array())).toHaveLength(0);
  });
});
