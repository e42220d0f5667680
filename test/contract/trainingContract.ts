import { describe, expect, it } from 'vitest';
import { activations } from '../../src/learning/activations/activations.ts';
import { epochOrder } from '../../src/learning/batches.ts';
import { features } from '../../src/learning/features.ts';
import { schedules } from '../../src/learning/schedules/schedules.ts';
import type {
  NetworkSpecification,
  TrainingSpecification,
} from '../../src/learning/specification.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';
import { firstBatch, hiddenLayers, smallSpecification, someSamples } from '../support/networks.ts';
import { expectClose, expectSameBits } from '../support/tolerance.ts';
import { type Contract, startPair, trainingSize } from './enginePair.ts';

const steps = 60; // 12 epochs of 5 steps

interface TrainingCase {
  readonly title: string;
  readonly network?: Partial<NetworkSpecification>;
  readonly training?: Partial<TrainingSpecification>;
}

const cases: readonly TrainingCase[] = [
  { title: 'three classes', network: { classes: 3 } },
  { title: 'ten classes', network: { classes: 10 } },
  { title: 'no hidden layer', network: { hidden: [] } },
  { title: 'one unit', network: { hidden: hiddenLayers('tanh', 1) } },
  {
    title: 'eight hidden layers',
    network: { hidden: hiddenLayers('tanh', 5, 4, 5, 4, 5, 4, 5, 4) },
  },
  {
    title: 'a different activation for each layer',
    network: { hidden: [...hiddenLayers('softplus', 6), ...hiddenLayers('sine', 5)] },
  },
  { title: 'wide layers', network: { hidden: hiddenLayers('tanh', 64, 33) } },
  { title: 'one feature', network: { features: ['y'] } },
  { title: 'every feature', network: { features: features.map(({ name }) => name) } },
  { title: 'another seed', network: { seed: 2 ** 32 - 1 } },
  { title: 'mini-batches of one sample', training: { batchSize: 1, rate: 0.02 } },
  { title: 'the whole set as one mini-batch', training: { batchSize: 1000 } },
  { title: 'L1', training: { l1: 0.01 } },
  { title: 'L2', training: { l2: 0.05 } },
  { title: 'dropout', training: { dropout: 0.4 } },
  { title: 'clipping', training: { clipping: 0.05 } },
  { title: 'clipping with a limit that is never reached', training: { clipping: 100 } },
  {
    title: 'all of these together',
    network: { classes: 3, features: ['x', 'y', 'xx', 'siny'], hidden: hiddenLayers('elu', 7, 5) },
    training: {
      updater: 'adam',
      rate: 0.02,
      schedule: 'cosine',
      scheduleHyperparameters: { period: 8, floor: 0.1 },
      l1: 0.001,
      l2: 0.01,
      dropout: 0.2,
      clipping: 0.5,
    },
  },
];

const scheduleValues: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  step: { drop: 0.5, every: 3 },
  cosine: { period: 9, floor: 0.05 },
};

/** Training agrees with the reference, for every kind of specification. */
export function trainingContract(contract: Contract): void {
  const { trained } = contract.tolerances;

  async function expectSameWay({ network, training }: Omit<TrainingCase, 'title'>) {
    const pair = await startPair(contract, smallSpecification(network, training));
    await pair.train(steps);
    await pair.expectAgreement(trained);
  }

  describe(`${steps} steps agree with the reference`, () => {
    for (const { name } of activations) {
      it(`with the activation ${name}`, () =>
        expectSameWay({ network: { hidden: hiddenLayers(name, 6, 5) } }));
    }
    for (const { name, defaultRate: rate } of updaters) {
      it(`with the updater ${name}`, () => expectSameWay({ training: { updater: name, rate } }));
    }
    for (const { name } of schedules) {
      const scheduleHyperparameters = scheduleValues[name] ?? {};
      it(`with the schedule ${name}`, () =>
        expectSameWay({ training: { schedule: name, scheduleHyperparameters } }));
    }
    for (const { title, ...specification } of cases) {
      it(`with ${title}`, () => expectSameWay(specification));
    }

    it('with mini-batches of more rows than are processed together', async () => {
      const specification = smallSpecification({}, { batchSize: 200, dropout: 0.3 });
      const pair = await startPair(contract, specification, { training: 333, evaluation: 1 });
      await pair.train(50);
      await pair.expectAgreement(trained);
    });
  });

  describe('in the middle of a run', () => {
    it('takes another rate, batch size and penalty and keeps the updater state', async () => {
      const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
      const pair = await startPair(contract, specification);
      await pair.train(23);
      await pair.configure({ ...specification.training, batchSize: 7, rate: 0.02 });
      await pair.train(20);
      await pair.configure({ ...specification.training, batchSize: 50, l2: 0.1, dropout: 0.2 });
      await pair.train(20);
      await pair.expectAgreement(trained);
      expect(pair.engine.progress().updates).toBe(63);
    });

    it('starts another updater with its state at zero', async () => {
      const specification = smallSpecification({}, { updater: 'nesterovs', rate: 0.02 });
      const pair = await startPair(contract, specification);
      await pair.train(23);
      const adam = { ...specification.training, updater: 'adam', rate: 0.01 };
      await pair.configure(adam);
      expect(pair.engine.progress()).toMatchObject({ step: 23, updates: 0 });
      const { updaterState, parameters } = await pair.engine.snapshot();
      expect(updaterState).toEqual(new Float32Array(2 * parameters.length));
      await pair.train(30);
      await pair.expectAgreement(trained);
      await pair.configure({ ...adam, updater: 'sgd' });
      await pair.train(10);
      await pair.expectAgreement(trained);
    });

    it('reports its current specification', async () => {
      const specification = smallSpecification();
      const { engine } = await startPair(contract, specification);
      expect(engine.specification).toEqual(specification);
      const training = { ...specification.training, updater: 'rmsprop', rate: 0.003 };
      await engine.configure(training);
      expect(engine.specification).toEqual({ network: specification.network, training });
    });

    it('continues from other parameters with the same progress and updater state', async () => {
      const pair = await startPair(contract, smallSpecification({}, { updater: 'nesterovs' }));
      await pair.train(13);
      const parameters = (await pair.engine.parameters()).map((value) => 0.5 * value);
      pair.reference.setParameters(parameters);
      await pair.engine.setParameters(parameters);
      await pair.train(20);
      await pair.expectAgreement(trained);
    });
  });

  describe('another training set', () => {
    const others = someSamples(90, 2, 8);

    it('ends an epoch that is under way; training continues as the reference does', async () => {
      const specification = smallSpecification({}, { updater: 'adam', rate: 0.01, dropout: 0.2 });
      const pair = await startPair(contract, specification);
      await pair.train(7);
      expect(pair.engine.progress()).toEqual({ step: 7, epoch: 1, position: 32, updates: 7 });
      await pair.load('training', others);
      await pair.load('evaluation', someSamples(5, 2, 9));
      expect(pair.engine.progress()).toEqual({ step: 7, epoch: 2, position: 0, updates: 7 });
      await pair.train(50);
      await pair.expectAgreement(trained);
    });

    it('is used from its start, in the order for its size', async () => {
      const specification = smallSpecification({}, { rate: 0.5 });
      const { engine } = await startPair(contract, specification);
      await engine.train(7);
      await engine.load('training', others);
      const order = epochOrder(specification.network.seed, 2, 90);
      const gradient = await engine.gradient(order.subarray(0, 16));
      const expected = (await engine.parameters()).map((w, i) => w - 0.5 * (gradient[i] ?? NaN));
      await engine.train(1);
      expectClose(await engine.parameters(), expected, contract.tolerances.computed);
    });

    it('leaves parameters and updater state untouched', async () => {
      const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
      const { engine } = await startPair(contract, specification);
      await engine.train(7);
      const before = await engine.snapshot();
      await engine.load('training', others);
      const after = await engine.snapshot();
      expectSameBits(after.parameters, before.parameters);
      expectSameBits(after.updaterState, before.updaterState);
    });

    it('changes no progress at the start of an epoch', async () => {
      const { engine } = await startPair(contract, smallSpecification());
      for (const step of [0, 5]) {
        const before = engine.progress();
        expect(before).toEqual({ step, epoch: step / 5, position: 0, updates: step });
        await engine.load('training', someSamples(trainingSize, 2, 8));
        expect(engine.progress()).toEqual(before);
        await engine.train(5);
      }
    });

    it('leaves a snapshot of before usable, in the middle of its epoch', async () => {
      const pair = await startPair(contract, smallSpecification({}, { updater: 'nesterovs' }));
      await pair.train(8);
      const snapshot = await pair.engine.snapshot();
      await pair.load('training', others);
      await pair.train(3);
      await pair.restore(snapshot);
      expect(pair.engine.progress()).toEqual({ step: 8, epoch: 1, position: 48, updates: 8 });
      await pair.train(20);
      await pair.expectAgreement(trained);
    });

    for (const size of [40, 48]) {
      it(`of ${size} ends the epoch of a snapshot that has used 48 samples`, async () => {
        const pair = await startPair(contract, smallSpecification());
        await pair.train(8);
        const snapshot = await pair.engine.snapshot();
        await pair.load('training', someSamples(size, 2, 8));
        await pair.restore(snapshot);
        expect(pair.engine.progress()).toEqual({ step: 8, epoch: 2, position: 0, updates: 8 });
        await pair.train(20);
        await pair.expectAgreement(trained);
      });
    }
  });

  describe('another evaluation set', () => {
    it('changes nothing of the training', async () => {
      const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
      const { engine } = await startPair(contract, specification);
      const undisturbed = (await startPair(contract, specification)).engine;
      await engine.train(7);
      const before = await engine.snapshot();
      await engine.load('evaluation', someSamples(5, 2, 9));
      expect(await engine.snapshot()).toEqual(before);
      await engine.train(9);
      await undisturbed.train(16);
      expect(await engine.snapshot()).toEqual(await undisturbed.snapshot());
    });
  });

  describe('progress', () => {
    it('counts steps, epochs and the samples used', async () => {
      const { engine } = await startPair(contract, smallSpecification());
      expect(engine.progress()).toEqual({ step: 0, epoch: 0, position: 0, updates: 0 });
      await engine.train(0);
      expect(engine.progress()).toEqual({ step: 0, epoch: 0, position: 0, updates: 0 });
      await engine.train(4);
      expect(engine.progress()).toEqual({ step: 4, epoch: 0, position: 64, updates: 4 });
      await engine.train(1);
      expect(engine.progress()).toEqual({ step: 5, epoch: 1, position: 0, updates: 5 });
      await engine.train(11);
      expect(engine.progress()).toEqual({ step: 16, epoch: 3, position: 16, updates: 16 });
    });

    it('makes the same steps one by one as in one call', async () => {
      const specification = smallSpecification({}, { updater: 'adam', dropout: 0.2 });
      const one = await startPair(contract, specification);
      const other = await startPair(contract, specification);
      for (let step = 0; step < 12; step++) await one.engine.train(1);
      await other.engine.train(12);
      expect(await one.engine.snapshot()).toEqual(await other.engine.snapshot());
    });

    it('runs calls in their order, awaited or not', async () => {
      const specification = smallSpecification({}, { updater: 'nesterovs' });
      const { engine } = await startPair(contract, specification);
      const slower = { ...specification.training, rate: 0.001 };
      const [, early, , , late] = await Promise.all([
        engine.train(3),
        engine.parameters(),
        engine.configure(slower),
        engine.train(4),
        engine.parameters(),
      ]);
      const awaited = (await startPair(contract, specification)).engine;
      await awaited.train(3);
      expect(early).toEqual(await awaited.parameters());
      await awaited.configure(slower);
      await awaited.train(4);
      expect(late).toEqual(await awaited.parameters());
    });
  });

  describe('the updater state', () => {
    it('is the gradient after the first step of Nesterovs: v = μ·0 + g', async () => {
      const specification = smallSpecification({}, { updater: 'nesterovs' });
      const { engine } = await startPair(contract, specification);
      const gradient = await engine.gradient(firstBatch(specification, trainingSize));
      await engine.train(1);
      expectClose((await engine.snapshot()).updaterState, gradient, contract.tolerances.computed);
    });

    it('holds one slot after the other: for Adam m = 0.1·g, then v = 0.001·g²', async () => {
      const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
      const { engine } = await startPair(contract, specification);
      const gradient = await engine.gradient(firstBatch(specification, trainingSize));
      await engine.train(1);
      const expected = [...gradient.map((g) => 0.1 * g), ...gradient.map((g) => 0.001 * g * g)];
      expectClose((await engine.snapshot()).updaterState, expected, contract.tolerances.computed);
    });

    it('is empty for SGD', async () => {
      const { engine } = await startPair(contract, smallSpecification());
      await engine.train(1);
      expect((await engine.snapshot()).updaterState).toHaveLength(0);
    });
  });
}
