import { describe, expect, it } from 'vitest';
import { activations } from '../../src/learning/activations/activations.ts';
import { epochOrder, stepsPerEpoch } from '../../src/learning/batches.ts';
import { features } from '../../src/learning/features.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type {
  NetworkSpecification,
  Specification,
  TrainingSpecification,
} from '../../src/learning/specification.ts';
import { naiveGradient, naiveObjective } from '../support/naiveNetwork.ts';
import {
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';

// Central differences with h = 1e-5 are good to about 1e-10: h²/6 times a third derivative of about
// 1, and 1e-16 / h of rounding. No unit is within h of a kink at these seeds.
const tolerance = { absolute: 1e-8, relative: 1e-6 };
/** Which step of a run is looked at, and on how many samples it runs. */
interface Moment {
  readonly step: number;
  readonly size: number;
}

/** A step of gradient descent at rate 1 takes the gradient off the parameters. */
function expectGradient(
  specification: Specification,
  { step, size }: Moment = { step: 0, size: 40 },
) {
  const { network } = specification;
  const samples = someSamples(size, network.classes);
  const reference = new ReferenceNetwork(specification, someParameters(network));
  reference.load('training', samples);
  reference.train(step);
  const before = reference.parameters;
  reference.train(1);
  const after = reference.parameters;
  const gradient = before.map((value, i) => value - (after[i] ?? NaN));
  const indices = batchOf(specification, { step, size });
  expectClose(
    gradient,
    naiveGradient(specification, before, { samples, indices, step }),
    tolerance,
  );
}

function batchOf({ network, training }: Specification, { step, size }: Moment): Uint32Array {
  const steps = stepsPerEpoch(size, training.batchSize);
  const first = (step % steps) * training.batchSize;
  const order = epochOrder(network.seed, Math.floor(step / steps), size);
  return order.subarray(first, first + training.batchSize);
}

function atRateOne(
  network: Partial<NetworkSpecification>,
  training: Partial<TrainingSpecification> = {},
): Specification {
  return smallSpecification(network, { ...training, rate: 1 });
}

describe('the gradient of a training step is that of finite differences', () => {
  for (const { name } of activations) {
    for (const classes of [2, 3]) {
      it(`for ${name} and ${classes} classes`, () => {
        const specification = atRateOne({ hidden: hiddenLayers(name, 6, 5), classes });
        expectGradient(specification);
      });

      it(`for ${name} and ${classes} classes with L1, L2 and dropout`, () => {
        const network = { hidden: hiddenLayers(name, 6, 5), classes };
        const specification = atRateOne(network, { l1: 0.03, l2: 0.2, dropout: 0.4 });
        expectGradient(specification);
      });
    }
  }

  it('without a hidden layer', () => {
    const specification = atRateOne({ hidden: [] }, { l1: 0.1, l2: 0.1 });
    expectGradient(specification);
  });

  it('with eight hidden layers', () => {
    const hidden = hiddenLayers('swish', 3, 4, 3, 4, 3, 4, 3, 4);
    const specification = atRateOne({ hidden }, { dropout: 0.1 });
    expectGradient(specification);
  });

  it('with every feature', () => {
    const specification = atRateOne({ features: features.map(({ name }) => name) });
    expectGradient(specification);
  });

  for (const batchSize of [1, 2, 3, 5, 40]) {
    it(`for mini-batches of ${batchSize}`, () => {
      const specification = atRateOne({}, { batchSize, dropout: 0.3 });
      expectGradient(specification);
    });
  }

  for (const penalty of ['l1', 'l2']) {
    it(`with ${penalty} alone`, () => {
      expectGradient(atRateOne({}, { [penalty]: 0.1 }));
    });
  }

  for (let step = 0; step < 7; step++) {
    it(`in step ${step}, with three steps in an epoch and dropout`, () => {
      expectGradient(atRateOne({}, { dropout: 0.3 }), { step, size: 40 });
    });
  }

  for (const step of [0, 1, 2]) {
    it(`in step ${step} with mini-batches of more rows than one chunk holds`, () => {
      expectGradient(atRateOne({}, { dropout: 0.3, batchSize: 150 }), { step, size: 250 });
    });
  }
});

describe('the oracle', () => {
  it('has the loss of the reference as its objective', () => {
    const size = 40;
    const specification = smallSpecification({ classes: 3 });
    const samples = someSamples(size, 3);
    const parameters = someParameters(specification.network);
    const reference = new ReferenceNetwork(specification, parameters);
    reference.load('evaluation', samples);
    const indices = Array.from({ length: size }, (_, i) => i);
    const objective = naiveObjective(specification, parameters, { samples, indices, step: 0 });
    expect(reference.loss('evaluation')).toBeCloseTo(objective, 12);
  });
});
