import { describe, expect, it } from 'vitest';
import { layerShapes } from '../../src/learning/parameters.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type {
  NetworkSpecification,
  Specification,
  TrainingSpecification,
} from '../../src/learning/specification.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';
import {
  firstBatch,
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';

// Of 2-6-5-2: weights and a bias of the first layer, weights of the second, a bias of the output.
const frozen = [0, 3, 13, 20, 21, 63];
const cut = [5, 30, 64];

function started(specification: Specification, parameters?: ArrayLike<number>): ReferenceNetwork {
  const { network } = specification;
  const reference = new ReferenceNetwork(specification, parameters ?? someParameters(network));
  reference.load('training', someSamples(70));
  return reference;
}

/** The parameters and the updater's slots at these places. */
function heldIn(reference: ReferenceNetwork, indices: readonly number[]): readonly number[] {
  const count = reference.parameters.length;
  const all = [...reference.parameters, ...reference.updaterState];
  return all.filter((_, i) => indices.includes(i % count));
}

const hardCases: Partial<TrainingSpecification> = {
  ...{ l1: 0.01, l2: 0.02, dropout: 0.2, clipping: 0.5, schedule: 'exponential' },
};

describe('frozen and cut parameters', () => {
  it.each(updaters.map(({ name, defaultRate: rate }) => [name, rate] as const))(
    'stay to the last bit, with their state, in steps of %s',
    (updater, rate) => {
      const training = { ...hardCases, updater, rate };
      const reference = started(smallSpecification({}, training));
      reference.train(7);
      reference.configure({ ...reference.training, frozen, cut });
      const before = reference.parameters;
      const held = heldIn(reference, [...frozen, ...cut]);
      reference.train(40);
      expect(heldIn(reference, [...frozen, ...cut])).toEqual(held);
      expect(cut.map((index) => reference.parameters[index])).toEqual([0, 0, 0]);
      const moved = reference.parameters.filter((value, i) => value !== before[i]);
      expect(moved).toHaveLength(before.length - frozen.length - cut.length);
    },
  );

  it('leave the step of the others as it is: w − r·g', () => {
    const specification = smallSpecification({}, { frozen, cut });
    const reference = started(specification);
    const before = reference.parameters;
    const gradient = reference.gradient(firstBatch(specification, 70));
    reference.train(1);
    const expected = before.map((w, i) =>
      frozen.includes(i) || cut.includes(i) ? w : w - 0.1 * (gradient[i] ?? NaN),
    );
    expectClose(reference.parameters, expected, { absolute: 1e-16, relative: 1e-14 });
  });

  it('do not count in the norm to which a gradient is clipped', () => {
    const specification = smallSpecification({}, { clipping: 0.01, rate: 1, frozen, cut });
    const reference = started(specification);
    const before = reference.parameters;
    reference.train(1);
    const moves = reference.parameters.map((value, i) => value - (before[i] ?? NaN));
    expect(Math.hypot(...moves)).toBeCloseTo(0.01, 12);
  });

  it('begin to learn again when they are freed, those that were cut from 0', () => {
    const reference = started(smallSpecification({}, { frozen: [3], cut: [5] }));
    reference.train(5);
    reference.configure({ ...reference.training, frozen: [], cut: [] });
    const [w = NaN, v = NaN] = [3, 5].map((index) => reference.parameters[index]);
    expect(v).toBe(0);
    reference.train(1);
    expect(reference.parameters[3]).not.toBe(w);
    expect(reference.parameters[5]).not.toBe(0);
    expect(Math.abs(reference.parameters[5] ?? NaN)).toBeLessThan(0.1);
  });

  it('are 0 where they are cut, whatever is set or restored', () => {
    const reference = started(smallSpecification());
    const snapshot = reference.snapshot();
    reference.configure({ ...reference.training, cut });
    const zeros = () => cut.map((index) => reference.parameters[index]);
    expect(zeros()).toEqual([0, 0, 0]);
    reference.setParameters(someParameters(reference.network));
    expect(zeros()).toEqual([0, 0, 0]);
    reference.restore(snapshot);
    expect(zeros()).toEqual([0, 0, 0]);
  });
});

describe('a unit of which all is cut', () => {
  /** Places of the parameters of the network without the last unit of its last hidden layer. */
  function withoutLastUnit(network: NetworkSpecification): readonly number[] {
    const shapes = layerShapes(network);
    const [below, last] = [shapes.at(-2), shapes.at(-1)];
    return shapes.flatMap((shape) => {
      const { inputs, outputs, weights } = shape;
      return Array.from({ length: (inputs + 1) * outputs }, (_, i) => i).flatMap((i) => {
        const goes =
          (shape === below && i % outputs === outputs - 1) ||
          (shape === last && Math.floor(i / outputs) === inputs - 1);
        return goes ? [] : [weights + i];
      });
    });
  }

  // Units are told apart by their place in the dropout's hash, so the last one can go.
  it.each(['tanh', 'relu', 'sigmoid'])('trains as the network without it does, with %s', (name) => {
    const training = { ...hardCases, updater: 'adam', rate: 0.02 };
    const large = smallSpecification({ hidden: hiddenLayers(name, 6, 5) }, training);
    const small = smallSpecification({ hidden: hiddenLayers(name, 6, 4) }, training);
    const kept = withoutLastUnit(large.network);
    const all = someParameters(large.network);
    const gone = Array.from(all.keys()).filter((index) => !kept.includes(index));
    expect(gone).toHaveLength(6 + 1 + 2);

    const masked = started({ ...large, training: { ...large.training, cut: gone } }, all);
    const without = started(
      small,
      kept.map((index) => all[index] ?? NaN),
    );
    for (const each of [masked, without]) each.train(40);
    const parameters = masked.parameters;
    expectClose(
      kept.map((index) => parameters[index] ?? NaN),
      without.parameters,
      { absolute: 1e-12, relative: 1e-10 },
    );
  });
});
