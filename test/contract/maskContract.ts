import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/learning/engine.ts';
import { heldParameters, type Mask, withCuts } from '../../src/learning/heldParameters.ts';
import { parameterCount } from '../../src/learning/parameters.ts';
import type {
  NetworkSpecification,
  TrainingSpecification,
} from '../../src/learning/specification.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';
import { hiddenLayers, smallSpecification, someParameters } from '../support/networks.ts';
import { expectSameBits } from '../support/tolerance.ts';
import { type Contract, startPair } from './enginePair.ts';

/** In 2-6-5-2: weights and a bias of the first layer, weights of the second, a bias of the output. */
const mask: Mask = { frozen: [0, 3, 13, 20, 21, 63], cut: [5, 30, 64] };
const noMask: Mask = { frozen: [], cut: [] };

/** All that could move a parameter besides its gradient. */
const hard: Partial<TrainingSpecification> = { l1: 0.001, l2: 0.02, dropout: 0.2 };

/** Every third parameter is held, every ninth is cut. */
function everyThird(network: NetworkSpecification): Mask {
  const all = Array.from({ length: parameterCount(network) }, (_, i) => i);
  return {
    frozen: all.filter((i) => i % 3 === 0 && i % 9 > 0),
    cut: all.filter((i) => i % 9 === 0),
  };
}

/** The held parameters with their part of the updater's state. */
async function heldIn(engine: Engine, held: Mask): Promise<Float32Array> {
  const { parameters, updaterState } = await engine.snapshot();
  const indices = Array.from(heldParameters(held));
  const slots = updaterState.length / parameters.length;
  return Float32Array.from([
    ...indices.map((index) => parameters[index] ?? NaN),
    ...Array.from({ length: slots }).flatMap((_, slot) =>
      indices.map((index) => updaterState[slot * parameters.length + index] ?? NaN),
    ),
  ]);
}

/** Frozen and cut parameters stay to the last bit; the others move as in the reference. */
export function maskContract(contract: Contract): void {
  const { trained } = contract.tolerances;

  async function expectHeld(
    network: Partial<NetworkSpecification>,
    training: Partial<TrainingSpecification>,
    held: Mask,
  ) {
    const specification = smallSpecification(network, training);
    const pair = await startPair(contract, specification);
    await pair.train(7);
    await pair.configure({ ...specification.training, ...held });
    const before = await heldIn(pair.engine, held);
    await pair.train(33);
    expectSameBits(await heldIn(pair.engine, held), before);
    await pair.expectAgreement(trained);
    await pair.configure(specification.training);
    await pair.train(10);
    await pair.expectAgreement(trained);
  }

  describe('frozen and cut parameters', () => {
    for (const { name: updater, defaultRate: rate } of updaters) {
      it(`stay while ${updater} moves the others, and learn again when freed`, () =>
        expectHeld({}, { ...hard, updater, rate }, mask));
    }
    it('do not count in the norm of a clipped gradient', () =>
      expectHeld({}, { ...hard, clipping: 0.05 }, mask));
    it('may be all parameters', () => {
      const { network } = smallSpecification();
      const all = Array.from({ length: parameterCount(network) }, (_, i) => i);
      return expectHeld({}, { updater: 'adam', rate: 0.01 }, { frozen: all, cut: [] });
    });
    for (const [title, network] of [
      ['no hidden layer', { hidden: [] }],
      ['three classes', { classes: 3 }],
      ['wide layers', { hidden: hiddenLayers('tanh', 37, 33) }],
      ['many layers', { hidden: hiddenLayers('tanh', 5, 4, 5, 4) }],
    ] as const) {
      const held = everyThird(smallSpecification(network).network);
      it(`are held in a network of ${title}`, () =>
        expectHeld(network, { updater: 'adam', rate: 0.01 }, held));
      it(`are held in a network of ${title}, with clipping`, () =>
        expectHeld(network, { clipping: 0.1 }, held));
    }
    it('are held from the first step on', async () => {
      const pair = await startPair(contract, smallSpecification({}, { ...hard, ...mask }));
      const before = await heldIn(pair.engine, mask);
      await pair.train(20);
      expectSameBits(await heldIn(pair.engine, mask), before);
      await pair.expectAgreement(trained);
    });
  });

  describe('another mask in the middle of a run', () => {
    it('changes no parameter but those that it cuts, and no state', async () => {
      const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
      const { engine } = await startPair(contract, specification);
      await engine.train(13);
      const before = await engine.snapshot();
      await engine.configure({ ...specification.training, ...mask });
      const after = await engine.snapshot();
      expectSameBits(after.parameters, withCuts(before.parameters, mask));
      expectSameBits(after.updaterState, before.updaterState);
      expect(after.progress).toEqual(before.progress);
    });

    it('is no other run where it is empty', async () => {
      const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
      const one = (await startPair(contract, specification)).engine;
      const other = (await startPair(contract, specification)).engine;
      for (const engine of [one, other]) await engine.train(8);
      await other.configure({ ...specification.training, frozen: [3] });
      await other.configure({ ...specification.training, ...noMask });
      for (const engine of [one, other]) await engine.train(8);
      expectSameBits(await other.parameters(), await one.parameters());
    });
  });

  describe('a cut parameter', () => {
    it('is 0, whatever the engine is made of, given or restored', async () => {
      const specification = smallSpecification({}, mask);
      const { network } = specification;
      const { engine } = await startPair(contract, specification);
      expectSameBits(await engine.parameters(), withCuts(someParameters(network), mask));
      const others = someParameters(network, 17);
      await engine.setParameters(others);
      expectSameBits(await engine.parameters(), withCuts(others, mask));
      await engine.restore({ ...(await engine.snapshot()), parameters: others });
      expectSameBits(await engine.parameters(), withCuts(others, mask));
    });
  });

  describe('a snapshot of a masked run', () => {
    it('gives the same future', async () => {
      const specification = smallSpecification({}, { ...hard, ...mask, updater: 'nadam' });
      const { engine } = await startPair(contract, specification);
      await engine.train(11);
      const snapshot = await engine.snapshot();
      await engine.train(20);
      const future = await engine.parameters();
      await engine.restore(snapshot);
      await engine.train(20);
      expectSameBits(await engine.parameters(), future);
    });
  });
}
