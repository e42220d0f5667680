import { describe, expect, it } from 'vitest';
import type { Engine, Snapshot } from '../../src/learning/engine.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';
import { smallSpecification, someParameters } from '../support/networks.ts';
import { expectSameBits } from '../support/tolerance.ts';
import { type Contract, startPair } from './enginePair.ts';

function expectSame(actual: Snapshot, expected: Snapshot): void {
  expect(actual.progress).toEqual(expected.progress);
  expectSameBits(actual.parameters, expected.parameters);
  expectSameBits(actual.updaterState, expected.updaterState);
}

async function trainOn(engine: Engine, steps: number): Promise<Snapshot> {
  await engine.train(steps);
  return engine.snapshot();
}

/** A snapshot restored gives the same future, bit for bit. */
export function snapshotContract(contract: Contract): void {
  describe('a snapshot', () => {
    for (const { name, defaultRate: rate } of updaters) {
      it(`of ${name} gives the same future, in the same engine and in a fresh one`, async () => {
        const training = { updater: name, rate, dropout: 0.2, clipping: 1, l2: 0.001 };
        const specification = smallSpecification({}, training);
        const { engine } = await startPair(contract, specification);
        const snapshot = await trainOn(engine, 23);
        const future = await trainOn(engine, 31);

        await engine.restore(snapshot);
        expectSame(await engine.snapshot(), snapshot);
        expectSame(await trainOn(engine, 31), future);

        const fresh = (await startPair(contract, specification)).engine;
        await fresh.train(2);
        await fresh.restore(snapshot);
        expectSame(await trainOn(fresh, 31), future);
      });
    }

    it('is a copy that further training leaves alone', async () => {
      const { engine } = await startPair(contract, smallSpecification({}, { updater: 'adam' }));
      const snapshot = await trainOn(engine, 3);
      const kept = structuredClone(snapshot);
      await engine.train(3);
      expectSame(snapshot, kept);
      await engine.restore(snapshot);
      await engine.train(3);
      expectSame(snapshot, kept);
    });

    it('can be overwritten after it was restored', async () => {
      const { engine } = await startPair(contract, smallSpecification({}, { updater: 'adam' }));
      const snapshot = await trainOn(engine, 3);
      const kept = structuredClone(snapshot);
      await engine.restore(snapshot);
      snapshot.parameters.fill(9);
      snapshot.updaterState.fill(9);
      expectSame(await engine.snapshot(), kept);
    });

    it('of the start restores the start', async () => {
      const { engine } = await startPair(contract, smallSpecification({}, { updater: 'adamax' }));
      const start = await engine.snapshot();
      expect(start.progress).toEqual({ step: 0, epoch: 0, position: 0, updates: 0 });
      expect(start.updaterState).toEqual(new Float32Array(2 * start.parameters.length));
      const future = await trainOn(engine, 9);
      await engine.restore(start);
      expectSame(await trainOn(engine, 9), future);
    });

    it('does not depend on what was computed in between', async () => {
      const specification = smallSpecification({}, { updater: 'nesterovs', dropout: 0.3 });
      const { engine } = await startPair(contract, specification);
      const undisturbed = (await startPair(contract, specification)).engine;
      const window = { left: -2, right: 2, bottom: -2, top: 2 };
      await engine.train(5);
      await engine.loss('evaluation');
      await engine.field(window, 9);
      await engine.gradient(Uint32Array.of(1, 2, 3));
      await engine.activations(Float32Array.of(0.5, 0.5));
      await engine.train(6);
      expectSame(await engine.snapshot(), await trainOn(undisturbed, 11));
    });
  });

  describe('parameters', () => {
    it('come back as they were set', async () => {
      const specification = smallSpecification();
      const { engine } = await startPair(contract, specification);
      expectSameBits(await engine.parameters(), someParameters(specification.network));
      const others = someParameters(specification.network, 17);
      await engine.setParameters(others);
      const given = others.slice();
      others.fill(0);
      expectSameBits(await engine.parameters(), given);
    });
  });
}
