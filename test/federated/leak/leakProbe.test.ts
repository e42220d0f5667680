import { describe, expect, it } from 'vitest';
import { createSharedSimdEngines } from '../../../src/engines/simdEngine.ts';
import { leakCases } from '../../../src/federated/leak/leakCases.ts';
import { LeakProbe } from '../../../src/federated/leak/leakProbe.ts';
import { guessLabel, guessPoints } from '../../../src/federated/leak/readChange.ts';
import { readLeaks } from '../../../src/federated/leak/readLeaks.ts';
import { classTraining } from '../../../src/federated/settings/classFields.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { ReferenceNetwork } from '../../../src/learning/referenceNetwork.ts';
import type { Samples } from '../../../src/learning/samples.ts';
import { someSamples } from '../../support/networks.ts';

const { network } = articleConfiguration;
const specification = { network, training: classTraining };
const parameters = Float32Array.from(initialParameters(network));

function subjectOf(samples: Samples) {
  return { specification, parameters, samples, createEngine: createSharedSimdEngines() };
}

/** In double precision, over all of the samples. */
function gradientOf(samples: Samples): Float64Array {
  const reference = new ReferenceNetwork(specification, parameters);
  reference.load('training', samples);
  return reference.gradient(Uint32Array.from(samples.labels, (_, i) => i));
}

function caseNamed(name: string) {
  const found = leakCases.find((each) => each.name === name);
  if (!found) throw new Error(`Expected a case named ${name}.`);
  return found;
}

// FEDERATED.md §4: x = dW / db gives the sample back, from 32-bit numbers to all digits shown, from
// 8-bit numbers to the third digit.
describe('a gradient of one sample', () => {
  const secret = { points: Float32Array.of(1.2345, -0.6789), labels: Uint8Array.of(1) };

  it('gives it away', async () => {
    const probe = await LeakProbe.create(subjectOf(secret));
    const { guesses, label } = await probe.attempt(caseNamed('one'), 1);
    expect(label).toBe(1);
    expect(guesses.length).toBeGreaterThan(1);
    for (const { x, y } of guesses) {
      expect(x).toBeCloseTo(1.2345, 5);
      expect(y).toBeCloseTo(-0.6789, 5);
    }
  });

  it('gives it away to about a hundredth in 8-bit numbers, and not with noise', async () => {
    const probe = await LeakProbe.create(subjectOf(secret));
    const off = async (name: string) => {
      const [guess] = (await probe.attempt(caseNamed(name), 1)).guesses;
      return Math.hypot((guess?.x ?? NaN) - 1.2345, (guess?.y ?? NaN) + 0.6789);
    };
    expect(await off('int8')).toBeLessThan(0.02);
    expect(await off('int8')).toBeGreaterThan(1e-6);
    expect(await off('noise')).toBeGreaterThan(0.1);
  });
});

it('reads the same from a gradient as from the change that it makes', () => {
  const samples = { points: Float32Array.of(0.5, 2), labels: Uint8Array.of(0) };
  const change = gradientOf(samples).map((value) => -0.05 * value);
  expect(guessLabel(change, network)).toBe(0);
  const [guess] = guessPoints(change, network);
  expect([guess?.x, guess?.y]).toEqual([expect.closeTo(0.5, 10), expect.closeTo(2, 10)]);
});

it('mixes the samples of a batch at each unit, weighted by their errors there', () => {
  const two = { points: Float32Array.of(1, 0, 0, 1), labels: Uint8Array.of(0, 1) };
  const guesses = guessPoints(gradientOf(two), network);
  for (const { x, y } of guesses) expect(x + y).toBeCloseTo(1, 10); // on the line through both
  const mixed = guesses.filter(({ x }) => Math.abs(x) > 1e-9 && Math.abs(x - 1) > 1e-9);
  expect(mixed.length).toBeGreaterThan(0);
});

it('measures what remains: all of single samples, less of batches, chance with the sum of 20', async () => {
  const readings = await readLeaks(subjectOf(someSamples(400)), 0);
  const found = Object.fromEntries(readings.map(({ name, measure }) => [name, measure.found]));
  expect(readings.map(({ name }) => name)).toEqual(leakCases.map(({ name }) => name));
  expect(found).toMatchObject({ one: 1 });
  expect(found.batch).toBeLessThan(0.8);
  expect(found.epochs).toBeLessThan(0.8);
  expect(found.noise).toBeLessThan(0.1);
  expect(found.secure).toBeLessThan(0.1);
});

it('leaves out what a small class has too few samples for, and repeats itself', async () => {
  const readings = await readLeaks(subjectOf(someSamples(20)), 3);
  expect(readings.map(({ name }) => name)).toEqual(['one', 'int8', 'batch', 'epochs', 'noise']);
  expect(await readLeaks(subjectOf(someSamples(20)), 3)).toEqual(readings);
});
