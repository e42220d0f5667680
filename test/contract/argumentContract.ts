import { describe, expect, it } from 'vitest';
import type { Engine, Snapshot } from '../../src/learning/engine.ts';
import { smallSpecification, someParameters } from '../support/networks.ts';
import { type Contract, startEngine, startPair } from './enginePair.ts';

const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
const window = { left: 0, right: 1, bottom: 0, top: 1 };
const labels = (...values: number[]) => Uint8Array.from(values);

interface Refusal {
  readonly title: string;
  readonly ask: (engine: Engine, snapshot: Snapshot) => Promise<unknown>;
  readonly message: RegExp;
}

const refusals: readonly Refusal[] = [
  {
    title: 'parameters of another length',
    ask: (engine) => engine.setParameters(new Float32Array(66)),
    message: /^parameters: expected 65 numbers .*, got 66$/,
  },
  {
    title: 'a snapshot with parameters of another length',
    ask: (engine, snapshot) => engine.restore({ ...snapshot, parameters: new Float32Array(3) }),
    message: /^parameters: expected 65 numbers .*, got 3$/,
  },
  {
    title: 'a snapshot with the state of another updater',
    ask: (engine, snapshot) => engine.restore({ ...snapshot, updaterState: new Float32Array(65) }),
    message: /^updater state: expected 130 numbers .*, got 65$/,
  },
  {
    title: 'a snapshot with impossible progress',
    ask: (engine, snapshot) =>
      engine.restore({ ...snapshot, progress: { ...snapshot.progress, epoch: -1 } }),
    message: /^epoch: expected a whole number of at least 0, got -1$/,
  },
  {
    title: 'samples with a coordinate missing',
    ask: (engine) => engine.load('training', { points: new Float32Array(3), labels: labels(0, 1) }),
    message: /^samples: expected two coordinates .* 2 labels, got 3 coordinates$/,
  },
  {
    title: 'a label that is no class',
    ask: (engine) =>
      engine.load('evaluation', { points: new Float32Array(4), labels: labels(0, 2) }),
    message: /^samples: expected labels from 0 to 1, got 2 for sample 1$/,
  },
  {
    title: 'a negative number of steps',
    ask: (engine) => engine.train(-1),
    message: /^steps: expected a whole number of at least 0, got -1$/,
  },
  {
    title: 'half a step',
    ask: (engine) => engine.train(0.5),
    message: /^steps: expected a whole number of at least 0, got 0.5$/,
  },
  {
    title: 'the gradient over a sample that does not exist',
    ask: (engine) => engine.gradient(Uint32Array.of(1, 70)),
    message: /^indices: expected numbers below 70, .*, got 70$/,
  },
  {
    title: 'the gradient over no sample',
    ask: (engine) => engine.gradient(new Uint32Array()),
    message: /^indices: expected at least 1 sample, got none$/,
  },
  {
    title: 'the prediction of half a point',
    ask: (engine) => engine.predict(new Float32Array(3)),
    message: /^points: expected two coordinates each, got 3 numbers$/,
  },
  {
    title: 'the activations of half a point',
    ask: (engine) => engine.activations(new Float32Array(1)),
    message: /^points: expected two coordinates each, got 1 numbers$/,
  },
  {
    title: 'a field without cells',
    ask: (engine) => engine.field(window, 0),
    message: /^resolution: expected a whole number of at least 1, got 0$/,
  },
  {
    title: 'a field of a class that the network does not have',
    ask: (engine) => engine.field(window, 3, [1, 2]),
    message: /^classes: expected whole numbers from 0 to 1, got 2$/,
  },
  {
    title: 'a field of half a class',
    ask: (engine) => engine.field(window, 3, [0.5]),
    message: /^classes: expected whole numbers from 0 to 1, got 0.5$/,
  },
  {
    title: 'a field of no class',
    ask: (engine) => engine.field(window, 3, []),
    message: /^classes: expected at least 1 class, got none$/,
  },
  {
    title: 'a window without width',
    ask: (engine) => engine.field({ ...window, right: 0 }, 3),
    message: /^window: expected left < right .*, got left 0, right 0, /,
  },
];

/** An impossible argument is refused with a sentence, and leaves the engine as it was. */
export function argumentContract(contract: Contract): void {
  describe('refuses', () => {
    for (const { title, ask, message } of refusals) {
      it(`${title}, unharmed`, async () => {
        const { engine } = await startPair(contract, specification);
        await engine.train(2);
        const before = await engine.snapshot();
        const refused = await ask(engine, before).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(RangeError);
        expect((refused as RangeError).message).toMatch(message);
        expect(await engine.snapshot()).toEqual(before);
        expect(await engine.loss('training')).toBeLessThan(10);
      });
    }

    it('to train without samples', async () => {
      const engine = await startEngine(contract, specification);
      await expect(engine.train(1)).rejects.toThrow('expected at least 1 sample, got none');
      await engine.load('training', { points: new Float32Array(), labels: new Uint8Array() });
      await expect(engine.train(1)).rejects.toThrow('expected at least 1 sample, got none');
    });

    it('to be made with parameters of another length', async () => {
      const parameters = new Float32Array(64);
      await expect(contract.create(specification, parameters)).rejects.toThrow(
        /^parameters: expected 65 numbers .*, got 64$/,
      );
    });
  });

  describe('dispose', () => {
    it('ends all work, and can be called again', async () => {
      const engine = await contract.create(specification, someParameters(specification.network));
      engine.dispose();
      engine.dispose();
      await expect(engine.parameters()).rejects.toThrow('disposed');
      await expect(engine.train(1)).rejects.toThrow('disposed');
      expect(engine.progress().step).toBe(0);
    });

    it('does not touch another engine', async () => {
      const { engine } = await startPair(contract, specification);
      const other = await startPair(contract, specification);
      engine.dispose();
      await other.train(2);
      await other.expectAgreement(contract.tolerances.trained);
    });
  });
}
