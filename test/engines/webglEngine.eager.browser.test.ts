import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, it, onTestFinished } from 'vitest';
import { createWebglEngine } from '../../src/engines/webglEngine.ts';
import { activations } from '../../src/learning/activations/activations.ts';
import type { Specification } from '../../src/learning/specification.ts';
import { updaterNamed } from '../../src/learning/updaters/updaters.ts';
import { EagerNetwork, eagerUpdaters } from '../support/eagerNetwork.ts';
import {
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';

const steps = 60;

/** Both in single precision, with sums in another order. */
const tolerance = { absolute: 2e-5, relative: 2e-4 };

/** tfjs's operations, gradients and optimizers give the same as the fused programs. */
async function expectSameWay(specification: Specification): Promise<void> {
  const samples = someSamples(70, specification.network.classes);
  const parameters = someParameters(specification.network);
  tf.engine().startScope();
  onTestFinished(() => tf.engine().endScope());
  const eager = new EagerNetwork(specification, parameters);
  eager.load(samples);
  eager.train(steps);

  const engine = await createWebglEngine(specification, parameters);
  onTestFinished(() => engine.dispose());
  await engine.load('training', samples);
  await engine.train(steps);
  expectClose(await engine.parameters(), await eager.parameters(), tolerance);
}

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

describe(`${steps} steps agree with eager tfjs`, () => {
  for (const { name } of activations) {
    it(`with the activation ${name}`, () =>
      expectSameWay(smallSpecification({ hidden: hiddenLayers(name, 6, 5) })));
  }

  for (const updater of eagerUpdaters) {
    it(`with the updater ${updater}`, () =>
      expectSameWay(smallSpecification({}, { updater, rate: updaterNamed(updater).defaultRate })));
  }

  it('with five classes and wide layers', () =>
    expectSameWay(smallSpecification({ classes: 5, hidden: hiddenLayers('relu', 64, 17) })));
});
