import { describe, expect, it } from 'vitest';
import { allClasses } from '../../src/learning/allClasses.ts';
import { entryAt } from '../../src/learning/entryAt.ts';
import { fieldPoints } from '../../src/learning/fieldPoints.ts';
import type { Window } from '../../src/learning/samples.ts';
import {
  hiddenLayers,
  smallSpecification,
  someParameters,
  someSamples,
} from '../support/networks.ts';
import { expectClose } from '../support/tolerance.ts';
import {
  type Contract,
  evaluationSize,
  startEngine,
  startPair,
  trainingSize,
} from './enginePair.ts';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** 2-2 without hidden layer, with P(class 1) = σ(4x), or σ(4y). Order: [x][0], [x][1], [y][0], … */
const alongX = Float32Array.of(0, 4, 0, 0, 0, 0);
const alongY = Float32Array.of(0, 0, 0, 4, 0, 0);

/** Results for given parameters are those of the reference, and those of theory. */
export function outputContract(contract: Contract): void {
  const { computed } = contract.tolerances;

  describe('probabilities', () => {
    for (const classes of [2, 3, 10]) {
      it(`of ${classes} classes agree with the reference and sum to 1`, async () => {
        const { engine, reference } = await startPair(contract, smallSpecification({ classes }));
        for (const set of ['training', 'evaluation'] as const) {
          const probabilities = await engine.probabilities(set);
          expectClose(probabilities, reference.probabilities(set), computed);
          const sums = rowSums(probabilities, classes);
          expectClose(
            sums,
            sums.map(() => 1),
            computed,
          );
        }
      });
    }

    it('of points are those of a set of the same points', async () => {
      const { engine } = await startPair(contract, smallSpecification());
      const { points } = someSamples(trainingSize, 2, 6);
      const predicted = await engine.predict(points);
      expectClose(predicted, await engine.probabilities('training'), computed);
    });

    it('are 0, 1 or ½, and not NaN, where the logits are huge', async () => {
      const specification = smallSpecification({ hidden: [] });
      const engine = await startEngine(
        contract,
        specification,
        Float32Array.of(0, 1e4, 0, 0, 0, 0),
      );
      const predicted = await engine.predict(Float32Array.of(1, 0, -1, 0, 0, 0));
      expectClose(predicted, [0, 1, 1, 0, 0.5, 0.5], computed);
    });

    it('are NaN where a parameter is NaN', async () => {
      const specification = smallSpecification({ hidden: [] });
      const engine = await startEngine(contract, specification);
      await engine.load('training', someSamples(9));
      await engine.setParameters(new Float32Array(6).fill(NaN));
      expect(await engine.loss('training')).toBeNaN();
      expect(await engine.predict(Float32Array.of(1, 1))).toEqual(Float32Array.of(NaN, NaN));
    });
  });

  describe('the loss', () => {
    it('is ln K where all parameters are 0', async () => {
      const { engine } = await startPair(contract, smallSpecification({ classes: 3 }));
      const parameters = await engine.parameters();
      await engine.setParameters(parameters.fill(0));
      expectClose([await engine.loss('training')], [Math.log(3)], computed);
    });

    it('leaves out penalties and dropout', async () => {
      const training = { l1: 0.5, l2: 0.5, dropout: 0.5 };
      const { engine, reference } = await startPair(contract, smallSpecification({}, training));
      const plain = await startPair(contract, smallSpecification());
      const loss = await engine.loss('evaluation');
      expectClose([loss], [reference.loss('evaluation')], computed);
      expect(loss).toBe(await plain.engine.loss('evaluation'));
    });

    it('comes with the probabilities as they come alone', async () => {
      const { engine } = await startPair(contract, smallSpecification({ classes: 3 }));
      for (const set of ['training', 'evaluation'] as const) {
        const { probabilities, loss } = await engine.probabilitiesAndLoss(set);
        expect(loss).toBe(await engine.loss(set));
        expect(probabilities).toEqual(await engine.probabilities(set));
      }
    });

    it('is that of the logits where a probability is 0 in single precision', async () => {
      const specification = smallSpecification({ hidden: [] });
      const engine = await startEngine(contract, specification, alongX);
      const labels = Uint8Array.of(0, 1);
      await engine.load('training', { points: Float32Array.of(2e7, 0, 3e7, 0), labels });
      // z₁ − z₀ = 4x: the first sample costs 8e7, the second nothing.
      const { probabilities, loss } = await engine.probabilitiesAndLoss('training');
      expect(probabilities).toEqual(Float32Array.of(0, 1, 0, 1));
      expect(loss).toBe(4e7);
    });

    it('is that of the parameters as they are now', async () => {
      const { engine, reference } = await startPair(contract, smallSpecification());
      for (const seed of [21, 22]) {
        const parameters = someParameters(engine.specification.network, seed);
        reference.setParameters(parameters);
        await engine.setParameters(parameters);
        expectClose([await engine.loss('training')], [reference.loss('training')], computed);
      }
    });
  });

  describe('empty sets', () => {
    it('have no probabilities, and the loss NaN', async () => {
      const pair = await startPair(contract, smallSpecification(), { training: 70, evaluation: 0 });
      expect(await pair.engine.loss('evaluation')).toBeNaN();
      expect(await pair.engine.probabilities('evaluation')).toHaveLength(0);
      const both = await pair.engine.probabilitiesAndLoss('evaluation');
      expect(both).toEqual({ probabilities: new Float32Array(), loss: NaN });
      await pair.train(3);
      await pair.expectAgreement(contract.tolerances.trained);
    });

    it('are the sets before anything is loaded', async () => {
      const engine = await startEngine(contract, smallSpecification());
      expect(await engine.loss('training')).toBeNaN();
      expect(await engine.probabilities('training')).toHaveLength(0);
      expect(await engine.loss('evaluation')).toBeNaN();
    });

    it('of points give empty results', async () => {
      const engine = await startEngine(contract, smallSpecification());
      expect(await engine.predict(new Float32Array())).toHaveLength(0);
      const activations = await engine.activations(new Float32Array());
      expect(activations.map((layer) => layer.length)).toEqual([0, 0]);
    });
  });

  describe('the gradient', () => {
    const all = Uint32Array.from({ length: trainingSize }, (_, i) => i);
    const choices: readonly (readonly [string, Uint32Array])[] = [
      ['one sample', Uint32Array.of(3)],
      ['some samples', Uint32Array.of(69, 0, 5, 12, 33)],
      ['samples given twice', Uint32Array.of(7, 7, 8)],
      ['all samples', all],
      ['more samples than the set has', Uint32Array.from([...all, ...all, ...all])],
    ];
    for (const [title, indices] of choices) {
      it(`over ${title} agrees with the reference`, async () => {
        const specification = smallSpecification({
          classes: 3,
          hidden: hiddenLayers('swish', 6, 5),
        });
        const { engine, reference } = await startPair(contract, specification);
        expectClose(await engine.gradient(indices), reference.gradient(indices), computed);
      });
    }

    it('leaves out penalties, dropout and clipping', async () => {
      const training = { l1: 0.5, l2: 0.5, dropout: 0.5, clipping: 0.001 };
      const { engine } = await startPair(contract, smallSpecification({}, training));
      const plain = await startPair(contract, smallSpecification());
      expectClose(await engine.gradient(all), plain.reference.gradient(all), computed);
    });

    // With h = 0.02 central differences of a loss in single precision are good to about 1e-4:
    // h²/6 times a third derivative of about 1, and 1e-7 / h of rounding.
    it('is what finite differences of the loss give', async () => {
      const h = 0.02;
      const { engine } = await startPair(contract, smallSpecification());
      const gradient = await engine.gradient(all);
      const parameters = await engine.parameters();
      const differences: number[] = [];
      for (let i = 0; i < parameters.length; i++) {
        const loss = async (change: number) => {
          await engine.setParameters(parameters.map((w, k) => (k === i ? w + change : w)));
          return engine.loss('training');
        };
        differences.push(((await loss(h)) - (await loss(-h))) / (2 * h));
      }
      expectClose(gradient, differences, { absolute: 5e-4, relative: 0 });
    });
  });

  describe('the field', () => {
    const window: Window = { left: -1, right: 2, bottom: -0.5, top: 0.5 };

    it('has columns from left to right', async () => {
      const engine = await startEngine(contract, smallSpecification({ hidden: [] }), alongX);
      const row = [-0.5, 0.5, 1.5].map((x) => sigmoid(4 * x));
      expectClose(await engine.field(window, 3, [1]), [...row, ...row, ...row], computed);
    });

    it('has rows from the bottom to the top', async () => {
      const engine = await startEngine(contract, smallSpecification({ hidden: [] }), alongY);
      const rows = [-1 / 3, 0, 1 / 3].map((y) => sigmoid(4 * y));
      const expected = rows.flatMap((value) => [value, value, value]);
      expectClose(await engine.field(window, 3, [1]), expected, computed);
    });

    for (const classes of [2, 3, 10]) {
      const last = classes - 1;
      const choices: readonly (readonly number[] | undefined)[] = [
        undefined,
        [1],
        [last],
        [last, 0],
        [0, last, 0],
      ];
      for (const chosen of choices) {
        const planes = chosen ?? allClasses(classes);
        const title = chosen ? `the classes ${chosen.join(', ')}` : 'all classes, if none is named';
        it(`of ${classes} classes has a plane for ${title}, as predicted there`, async () => {
          const features = ['x', 'y', 'xy', 'sinx'];
          const engine = await startEngine(contract, smallSpecification({ classes, features }));
          for (const resolution of [1, 7, 40]) {
            const predicted = await engine.predict(fieldPoints(window, resolution));
            const expected = planes.flatMap((label) => [...column(predicted, classes, label)]);
            expectClose(await engine.field(window, resolution, chosen), expected, computed);
          }
        });
      }
    }

    it('follows the window, the resolution and the parameters', async () => {
      const pair = await startPair(contract, smallSpecification());
      const expectField = async (looked: Window, resolution: number) => {
        const predicted = pair.reference.predict(fieldPoints(looked, resolution));
        const expected = [...column(predicted, 2, 0), ...column(predicted, 2, 1)];
        const { trained } = contract.tolerances;
        expectClose(await pair.engine.field(looked, resolution), expected, trained);
        expectClose(pair.reference.field(looked, resolution), expected, computed);
      };
      await expectField(window, 8);
      await pair.train(10);
      await expectField(window, 8);
      for (const edge of ['left', 'right', 'bottom', 'top'] as const) {
        await expectField({ ...window, [edge]: 3 * window[edge] }, 8);
      }
      await expectField(window, 8);
      await expectField(window, 5);
    });
  });

  describe('activations', () => {
    it('are those of the reference, layer by layer, without dropout', async () => {
      const hidden = [...hiddenLayers('relu', 6), ...hiddenLayers('sigmoid', 3)];
      const specification = smallSpecification({ hidden }, { dropout: 0.5 });
      const { engine, reference } = await startPair(contract, specification);
      const { points } = someSamples(evaluationSize, 2, 7);
      const activations = await engine.activations(points);
      expect(activations.map((layer) => layer.length)).toEqual(
        [6, 3].map((n) => n * evaluationSize),
      );
      const expected = reference.activations(points);
      activations.forEach((layer, i) => expectClose(layer, entryAt(expected, i), computed));
    });

    it('are none without a hidden layer', async () => {
      const engine = await startEngine(contract, smallSpecification({ hidden: [] }));
      expect(await engine.activations(Float32Array.of(1, 2))).toEqual([]);
    });
  });
}

/** A column of a row-major matrix. */
function column(matrix: Float32Array, columns: number, index: number): Float32Array {
  return matrix.filter((_, i) => i % columns === index);
}

function rowSums(matrix: Float32Array, columns: number): number[] {
  return Array.from({ length: matrix.length / columns }, (_, row) =>
    matrix.subarray(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value, 0),
  );
}
