import { describe, expect, test } from 'vitest';
import { initialParameters } from '../../src/learning/initialParameters.ts';
import { layerShapes, parameterCount } from '../../src/learning/parameters.ts';
import { combineSeeds, createRandom } from '../../src/learning/random.ts';
import type { NetworkSpecification } from '../../src/learning/specification.ts';

const article: NetworkSpecification = {
  features: ['x', 'y'],
  hidden: [{ units: 20, activation: 'relu' }],
  classes: 2,
  initializer: 'xavier',
  seed: 123,
};

const wide: NetworkSpecification = {
  ...article,
  hidden: [
    { units: 60, activation: 'tanh' },
    { units: 200, activation: 'tanh' },
    { units: 100, activation: 'tanh' },
  ],
};

describe('initialParameters', () => {
  test('a 2-20-2 network has 102, of which the 22 biases are 0', () => {
    const parameters = initialParameters(article);
    expect(parameters.length).toBe(102);
    for (const { biases, outputs } of layerShapes(article)) {
      expect(parameters.slice(biases, biases + outputs).every((bias) => bias === 0)).toBe(true);
    }
    expect(parameters.filter((parameter) => parameter !== 0).length).toBe(80);
  });

  test('the weights follow each other in one stream, in the order of the vector', () => {
    const random = createRandom(combineSeeds(123, 3));
    const parameters = initialParameters(article);
    const sdOfBoth = Math.sqrt(2 / 22); // 2 + 20 and 20 + 2
    for (let i = 0; i < 40; i++) expect(parameters[i]).toBe(random.normal() * sdOfBoth);
    for (let i = 60; i < 100; i++) expect(parameters[i]).toBe(random.normal() * sdOfBoth);
  });

  test('each layer has the variance of its own inputs and outputs', () => {
    const parameters = initialParameters(wide);
    for (const { inputs, outputs, weights, biases } of layerShapes(wide).slice(1, 3)) {
      const drawn = parameters.slice(weights, biases);
      const square = drawn.reduce((sum, w) => sum + w * w, 0) / drawn.length;
      const variance = 2 / (inputs + outputs);
      // 4 standard errors, each √(2/n) of the variance: 5 % for 12,000 weights.
      const bound = 4 * variance * Math.sqrt(2 / drawn.length);
      expect(Math.abs(square - variance), `${inputs} to ${outputs}`).toBeLessThan(bound);
    }
  });

  test('the same seed gives the same start, another seed another', () => {
    expect(initialParameters(article)).toEqual(initialParameters(article));
    expect(initialParameters({ ...article, seed: 124 })).not.toEqual(initialParameters(article));
  });

  test('rounded to single precision it is the same start for every engine', () => {
    const rounded = Float32Array.from(initialParameters(wide));
    expect(rounded).toEqual(new Float32Array(initialParameters(wide)));
    expect(rounded.length).toBe(parameterCount(wide));
    initialParameters(wide).forEach((parameter, i) => {
      expect(Math.abs((rounded[i] ?? NaN) - parameter)).toBeLessThanOrEqual(
        Math.abs(parameter) * 2 ** -24,
      );
    });
  });

  test('the activation has no part in it, the initializer has', () => {
    const sigmoid = { ...article, hidden: [{ units: 20, activation: 'sigmoid' }] };
    expect(initialParameters(sigmoid)).toEqual(initialParameters(article));
    const zeros = initialParameters({ ...article, initializer: 'zeros' });
    expect(zeros).toEqual(new Float64Array(102));
  });

  test('an unknown initializer is an error that names the known ones', () => {
    expect(() => initialParameters({ ...article, initializer: 'ones' })).toThrow(
      new RangeError('initializer: expected one of xavier, he, uniform, zeros, got "ones"'),
    );
  });
});
