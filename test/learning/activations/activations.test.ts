import { describe, expect, test } from 'vitest';
import { activations } from '../../../src/learning/activations/activations.ts';
import { defined } from '../../../src/learning/defined.ts';
import { evaluateGlsl, glslIdentifiers, glslIntegers, glslNames } from '../runGlsl.ts';

/** −6 to 6, without 0, where some activations have a kink. */
const points = Array.from({ length: 121 }, (_, i) => (i - 60) / 10).filter((z) => z !== 0);
const farPoints = [10, 15, 88, 89, 100, 1e4, 1e19, 1e20].flatMap((z) => [-z, z]);

/** Values known from the definitions, to 10 digits: [z, a]. */
const knownValues: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  relu: [
    [-2, 0],
    [0, 0],
    [3, 3],
  ],
  tanh: [
    [0, 0],
    [Math.log(3) / 2, 0.5], // (3 − 1) / (3 + 1)
    [-1, -0.761594156],
  ],
  sigmoid: [
    [0, 0.5],
    [Math.log(3), 0.75], // 3 / (3 + 1)
    [-Math.log(3), 0.25],
  ],
  linear: [
    [-2.5, -2.5],
    [7, 7],
  ],
  leakyRelu: [
    [-2, -0.02],
    [0, 0],
    [3, 3],
  ],
  elu: [
    [-Math.LN2, -0.5], // ½ − 1
    [0, 0],
    [3, 3],
  ],
  softplus: [
    [0, Math.LN2],
    [Math.log(3), Math.log(4)], // ln(1 + 3)
    [-Math.log(3), Math.log(4 / 3)],
  ],
  swish: [
    [0, 0],
    [Math.log(3), 0.75 * Math.log(3)],
    [-Math.log(3), -0.25 * Math.log(3)],
  ],
  gelu: [
    [0, 0],
    [1, 0.8411919906], // ½·(1 + tanh(0.7978845608·1.044715))
    [-1, -0.1588080094], // gelu(1) − 1
  ],
  sine: [
    [0, 0],
    [Math.PI / 6, 0.5],
    [-Math.PI / 2, -1],
  ],
};

test('the table holds the ten activations, each name once', () => {
  expect(activations.map(({ name }) => name)).toEqual(Object.keys(knownValues));
});

describe.each(activations)('$name', (activation) => {
  const { name, value, slope, slopeFrom, glslValue, glslSlope } = activation;

  test('gives the known values', () => {
    for (const [z, a] of defined(knownValues[name], name)) {
      expect(value(z), `z = ${z}`).toBeCloseTo(a, 9);
    }
  });

  test('its slope is that of the value, by central differences', () => {
    // Error of the difference: h²/6·|a'''| < 1e-10 and rounding 1e-16·6/h < 1e-10.
    const h = 1e-5;
    for (const z of points) {
      const difference = (value(z + h) - value(z - h)) / (2 * h);
      expect(Math.abs(slope(z, value(z)) - difference), `z = ${z}`).toBeLessThan(1e-9);
    }
  });

  test('a slope that needs only a does not use z', () => {
    for (const z of points) {
      const a = value(z);
      expect(slope(slopeFrom === 'a' ? NaN : z, a), `z = ${z}`).toBe(slope(z, a));
    }
  });

  test('value and slope stay finite far out', () => {
    for (const z of farPoints) {
      const a = value(z);
      expect(Number.isFinite(a), `a at ${z}`).toBe(true);
      expect(Number.isFinite(slope(z, a)), `slope at ${z}`).toBe(true);
    }
  });

  test('NaN stays NaN, so that a divergence is seen', () => {
    expect(value(NaN)).toBeNaN();
    expect(evaluateGlsl(glslValue, { z: NaN })).toBeNaN();
  });

  test('the GLSL names nothing but its variables and built-ins, and has no integers', () => {
    const variables = slopeFrom === 'a' ? ['a'] : ['z', 'a'];
    expect([...glslNames, 'z']).toEqual(expect.arrayContaining(glslIdentifiers(glslValue)));
    expect([...glslNames, ...variables]).toEqual(
      expect.arrayContaining(glslIdentifiers(glslSlope)),
    );
    expect(glslIntegers(glslValue + ' ' + glslSlope)).toEqual([]);
  });

  test('the GLSL computes the same, without overflow in single precision', () => {
    for (const z of [0, ...points, ...farPoints]) {
      if (name === 'sine' && Math.abs(z) > 1e6) continue; // too coarse in single precision to give the angle
      const a = value(z);
      // Far out it may clamp, and the sine is a polynomial: right to the last bit of a float.
      const tolerance = Math.abs(z) <= 6 && name !== 'sine' ? 1e-12 : 6e-8;
      const valueError = evaluateGlsl(glslValue, { z }) - a;
      const slopeError = evaluateGlsl(glslSlope, { z, a }) - slope(z, a);
      expect(Math.abs(valueError), `a at ${z}`).toBeLessThan(tolerance);
      expect(Math.abs(slopeError), `slope at ${z}`).toBeLessThan(tolerance);
    }
  });
});
