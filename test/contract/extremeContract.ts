import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../src/learning/hyperparameter.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type { Specification } from '../../src/learning/specification.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';
import { hiddenLayers, smallSpecification, someParameters } from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';
import { type Contract, EnginePair, startEngine } from './enginePair.ts';

/** Numbers far from 1, where single precision needs care. */
export function extremeContract(contract: Contract): void {
  /** What a unit of weight 1 makes of these weighted sums. */
  async function unitAt(activation: string, sums: Float32Array): Promise<Float32Array> {
    const hidden = hiddenLayers(activation, 1);
    const specification = smallSpecification({ hidden, features: ['x'] });
    const engine = await startEngine(contract, specification, Float32Array.of(1, 0, 0, 0, 0, 0));
    const points = new Float32Array(2 * sums.length);
    sums.forEach((sum, i) => (points[2 * i] = sum));
    const [values = new Float32Array()] = await engine.activations(points);
    return values;
  }

  describe('the sine', () => {
    // The errors that sine.ts states.
    it.each([
      [Math.PI, 2.9e-7],
      [100, 6.9e-6],
      [10_000, 7.9e-4],
    ])('of angles up to ±%f is wrong by at most %f', async (end, bound) => {
      const angles = Float32Array.from({ length: 40_001 }, (_, i) => end * (i / 20_000 - 1));
      const values = await unitAt('sine', angles);
      const errors = values.map((value, i) => Math.abs(value - Math.sin(angles[i] ?? NaN)));
      expect(Math.max(...errors)).toBeLessThan(bound);
    });

    it('of any angle lies between −1 and 1', async () => {
      const huge = Float32Array.from({ length: 20_000 }, (_, i) => 5e7 * 1.0002 ** i);
      const angles = Float32Array.of(52_708_432, -52_708_432, 3e38, ...huge);
      const values = await unitAt('sine', angles);
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1.000001);
    });
  });

  it.each(['swish', 'gelu'])('%s is next to 0 far below 0, and z far above it', async (name) => {
    const far = Float32Array.of(1e20, 1e25, 1e30, 3e38);
    const below = await unitAt(
      name,
      far.map((z) => -z),
    );
    expect(Math.max(...below.map(Math.abs))).toBeLessThan(1e-27);
    expect(await unitAt(name, far)).toEqual(far);
  });

  describe('a gradient that falls to a ten thousandth', () => {
    // x = 10,000: the first step's gradient is 5,000, the second's 0.45.
    const far = { points: Float32Array.of(1e4, 0), labels: Uint8Array.of(1) };
    const forgetful = updaters.filter(({ hyperparameters }) =>
      hyperparameters.some(({ name }) => memories.includes(name)),
    );

    it.each(forgetful)('moves $name without memory as it moves the reference', async (updater) => {
      const { name, defaultRate: rate, hyperparameters: known } = updater;
      const hyperparameters = withDefaults(
        known,
        Object.fromEntries(
          known.filter((each) => memories.includes(each.name)).map((each) => [each.name, 0]),
        ),
      );
      const specification: Specification = smallSpecification(
        { hidden: [], features: ['x'] },
        { updater: name, rate, hyperparameters },
      );
      const parameters = someParameters(specification.network).fill(0);
      const engine = await startEngine(contract, specification, parameters);
      const pair = new EnginePair(engine, new ReferenceNetwork(specification, parameters));
      await pair.load('training', far);
      await pair.train(1);
      // ln(1 / 4.5e-5) = 10 = the logits' distance.
      const sure = Float32Array.of(0, 1e-3, 0, 0);
      pair.reference.setParameters(sure);
      await engine.setParameters(sure);
      await pair.train(1);
      const changes = (after: ArrayLike<number>) =>
        Array.from(sure, (before, i) => (after[i] ?? NaN) - before);
      expectClose(changes(await engine.parameters()), changes(pair.reference.parameters), {
        absolute: 1e-7,
        relative: 1e-3,
      });
    });
  });
}

/** The hyperparameters that say how much of the past a running mean keeps. */
const memories: readonly string[] = ['beta1', 'beta2', 'decay'];
