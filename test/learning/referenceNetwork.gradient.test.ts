import { describe, expect, it } from 'vitest';
import { activations } from '../../src/learning/activations/activations.ts';
import { features } from '../../src/learning/features.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type {
  NetworkSpecification,
  Specification,
  TrainingSpecification,
} from '../../src/learning/specification.ts';
import { naiveGradient, naiveObjective } from '../support/naiveNetwork.ts';
import {
  firstBatch,
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';

// Central differences with h = 1e-5 are good to about 1e-10: h²/6 times a third derivative of about
// 1, and 1e-16 / h of rounding. No unit stands within h of a kink at these seeds.
const tolerance = { absolute: 1e-8, relative: 1e-6 };
const size = 40;

/** One step of gradient descent at rate 1 takes the gradient off the parameters. */
function trainingGradient(specification: Specification): Float64Array {
  const { network } = specification;
  const reference = new ReferenceNetwork(specification, someParameters(network));
  reference.load('training', someSamples(size, network.classes));
  const before = reference.parameters;
  reference.train(1);
  const after = reference.parameters;
  return before.map((value, i) => value - after[i]);
}

function expectedGradient(specification: Specification): Float64Array {
  const { network } = specification;
  return naiveGradient(specification, Float64Array.from(someParameters(network)), {
    samples: someSamples(size, network.classes),
    indices: firstBatch(specification, size),
    step: 0,
  });
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
        expectClose(trainingGradient(specification), expectedGradient(specification), tolerance);
      });

      it(`for ${name} and ${classes} classes with L1, L2 and dropout`, () => {
        const network = { hidden: hiddenLayers(name, 6, 5), classes };
        const specification = atRateOne(network, { l1: 0.03, l2: 0.2, dropout: 0.4 });
        expectClose(trainingGradient(specification), expectedGradient(specification), tolerance);
      });
    }
  }

  it('without a hidden layer', () => {
    const specification = atRateOne({ hidden: [] }, { l1: 0.1, l2: 0.1 });
    expectClose(trainingGradient(specification), expectedGradient(specification), tolerance);
  });

  it('with eight hidden layers', () => {
    const hidden = hiddenLayers('swish', 3, 4, 3, 4, 3, 4, 3, 4);
    const specification = atRateOne({ hidden }, { dropout: 0.1 });
    expectClose(trainingGradient(specification), expectedGradient(specification), tolerance);
  });

  it('with every feature', () => {
    const specification = atRateOne({ features: features.map(({ name }) => name) });
    expectClose(trainingGradient(specification), expectedGradient(specification), tolerance);
  });

  for (const batchSize of [1, 2, 3, 5, size]) {
    it(`for mini-batches of ${batchSize}`, () => {
      const specification = atRateOne({}, { batchSize, dropout: 0.3 });
      expectClose(trainingGradient(specification), expectedGradient(specification), tolerance);
    });
  }
});

describe('the oracle', () => {
  it('has the loss of the reference as its objective', () => {
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
